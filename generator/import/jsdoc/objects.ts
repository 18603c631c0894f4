/** Turns rows into objects: rows with dotted names describe the members of the row that they begin with. */
import type { FieldPart, SpecDraft, TypePart } from '../events/draft.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import { pascal, unique } from '../events/names.ts';
import { placeIn } from '../source.ts';
import { alsoFrom, type Desk } from './desk.ts';
import type { DocRow } from './doclet.ts';
import type { PlacedEnum } from './enums.ts';
import { readField } from './fields.ts';

/** A row with the rows below it. */
export interface RowTree {
  readonly row: DocRow;
  /** Without what is before its last dot. */
  readonly name: string;
  readonly isList: boolean;
  readonly members: readonly RowTree[];
}

/** Levels that dotted names may nest. */
const maxDepth = 30;

export function treeOf(rows: readonly DocRow[]): RowTree[] {
  const byParent = new Map<string, DocRow[]>();
  const lists = new Set<string>();
  for (const row of rows) {
    const path = plainPath(row.name);
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
    const siblings = byParent.get(parent);
    if (siblings === undefined) byParent.set(parent, [row]);
    else siblings.push(row);
    for (const { index } of row.name.matchAll(/\[\]/g)) lists.add(plainPath(row.name.slice(0, index)));
  }
  const level = (parent: string, depth: number): RowTree[] =>
    (byParent.get(parent) ?? []).map((row) => {
      const path = plainPath(row.name);
      const name = parent === '' ? path : path.slice(parent.length + 1);
      const members = depth > maxDepth || path === '' ? [] : level(path, depth + 1);
      return { row, name, isList: lists.has(path), members };
    });
  return level('', 0);
}

const plainPath = (name: string): string => name.replace(/\[\]/g, '');

/** Rows whose beginning has no row of its own. */
export function orphansOf(rows: readonly DocRow[]): DocRow[] {
  const paths = new Set(rows.map(({ name }) => plainPath(name)));
  return rows.filter(({ name }) => {
    const path = plainPath(name);
    return path.includes('.') && !paths.has(path.slice(0, path.lastIndexOf('.')));
  });
}

/** Objects that dotted rows describe, by what they say: those that say the same are one. */
export class Shapes {
  readonly #draft: SpecDraft;
  readonly #known = new Map<string, string>();
  readonly enums: PlacedEnum[] = [];

  constructor(draft: SpecDraft) {
    this.#draft = draft;
  }

  /** The fields of an object, enumerations among them put on the list. */
  fields(trees: readonly RowTree[], owner: string, desk: Desk): Map<string, FieldPart> {
    const fields = new Map<string, FieldPart>();
    for (const tree of trees) {
      if (tree.name === '' || tree.name === '__proto__') {
        const place = placeIn(desk.source, tree.row.line, tree.name);
        desk.diagnostics.push(diagnose('WM8115', place, { text: tree.name }));
        continue;
      }
      if (fields.has(tree.name)) {
        desk.doubt('WM8203', { row: tree.row, about: owner }, { name: tree.row.name, what: 'in two rows' });
        continue;
      }
      fields.set(tree.name, this.field(tree, owner, desk));
    }
    return fields;
  }

  field(tree: RowTree, owner: string, desk: Desk): FieldPart {
    const { part, found } = readField(tree.row, `${owner}.${tree.name}`, desk);
    if (found !== undefined) this.enums.push({ found, owner, part });
    if (tree.members.length > 0) {
      const name = this.derived(tree, `${owner}${pascal(tree.name)}`, desk);
      const isList = tree.isList || part.type.startsWith('list<');
      part.type = isList ? `list<${name}>` : name;
      delete part.declared;
      part.from = desk.cite(tree.row.line, 'dotted-rows');
    }
    return part;
  }

  /** Name of the object that the rows below a row describe. @param wanted - Its name, where nothing has said the same before. */
  derived(tree: RowTree, wanted: string, desk: Desk): string {
    const signature = JSON.stringify(tree.members.map(signatureOf));
    const known = this.#known.get(signature);
    const type = known === undefined ? undefined : this.#draft.types.get(known);
    if (known !== undefined && type?.kind === 'object') {
      addLines(type, tree, desk);
      return known;
    }
    const name = unique(desk.has(wanted) ? `${wanted}${pascal(tree.name)}` : wanted, desk);
    const part: TypePart = {
      kind: 'object',
      standing: 'derived',
      ...desk.presence,
      from: desk.cite(tree.row.line, 'dotted-rows'),
      fields: new Map(),
    };
    this.#draft.types.set(name, part);
    this.#known.set(signature, name);
    part.fields = this.fields(tree.members, name, desk);
    return name;
  }
}

const signatureOf = (tree: RowTree): unknown => [
  tree.name,
  tree.row.type,
  tree.row.description,
  tree.row.isOptional,
  tree.row.default,
  tree.members.map(signatureOf),
];

/** A shape that was described before: its lines are added to what is there. */
function addLines(type: TypePart & { kind: 'object' }, tree: RowTree, desk: Desk): void {
  type.from = alsoFrom(type.from, desk.cite(tree.row.line));
  for (const member of tree.members) {
    const field = type.fields.get(member.name);
    if (field !== undefined) field.from = alsoFrom(field.from, desk.cite(member.row.line));
  }
}

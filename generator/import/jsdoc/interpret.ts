/** Makes a draft of what the blocks of JSDoc say: types, events, callbacks, and the enums inside their descriptions. */
import { diagnose, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import type { EnumPart, SpecDraft, TypePart } from '../events/draft.ts';
import { joinUnions } from '../events/join-unions.ts';
import { emptyDraft } from '../events/draft.ts';
import { identifier, isName } from '../events/names.ts';
import { placeIn, type ImportSource } from '../source.ts';
import { alsoFrom, Desk } from './desk.ts';
import type { Doclet, Doclets, EnumDoc } from './doclet.ts';
import { nameEnums } from './enums.ts';
import { addCallback, addEvent } from './events.ts';
import { orphansOf, Shapes, treeOf } from './objects.ts';
import { readJsdocType } from './type-text.ts';

export interface ReadDoclets extends Doclets {
  readonly source: ImportSource;
  /** Lines of tables that are no rows, 1-based. */
  readonly broken: readonly number[];
}

export async function interpretDoclets(documents: readonly ReadDoclets[]): Promise<Result<SpecDraft>> {
  const draft = emptyDraft();
  const diagnostics: Diagnostic[] = [];
  const all = documents.flatMap(({ doclets }) => doclets);
  const types = new Map(
    all.filter(({ kind, name }) => kind === 'typedef' && isName(name)).map(({ name }) => [name, name]),
  );
  for (const { name } of documents.flatMap(({ enums }) => enums ?? [])) if (isName(name)) types.set(name, name);
  const eventDoclets = all.filter(({ kind }) => kind === 'event');
  const events = new Set(eventDoclets.map(({ name }) => name));
  const shapes = new Shapes(draft);
  const first = documents[0]?.source;
  const desks: Desk[] = [];
  for (const { source, doclets, unread, broken, enums, faults, statesPresence } of documents) {
    const { title, note } = source;
    draft.documents.set(source.document, note === undefined ? { title } : { title, note });
    const desk = new Desk(draft, { source, types, events, isFirst: source === first, statesPresence });
    desks.push(desk);
    for (const { line } of unread) desk.diagnostics.push(diagnose('WM8205', placeIn(source, line), {}));
    for (const { line, problem } of faults ?? []) {
      desk.diagnostics.push(diagnose('WM8302', placeIn(source, line), { problem }));
    }
    for (const line of broken) {
      const problem = 'it does not begin with a name and a type';
      desk.diagnostics.push(diagnose('WM8105', placeIn(source, line), { problem }));
    }
    for (const each of enums ?? []) addEnum(each, desk);
    for (const doclet of doclets) await add(doclet, { desk, shapes, events: eventDoclets });
  }
  nameEnums(shapes.enums, draft);
  joinUnions(draft);
  return { value: draft, diagnostics: [...diagnostics, ...desks.flatMap((desk) => desk.diagnostics)] };
}

interface Work {
  readonly desk: Desk;
  readonly shapes: Shapes;
  /** Of all documents. */
  readonly events: readonly Doclet[];
}

async function add(doclet: Doclet, work: Work): Promise<void> {
  const { desk, shapes } = work;
  for (const orphan of orphansOf(doclet.rows)) {
    const problem = 'no row describes what it is a member of';
    desk.diagnostics.push(diagnose('WM8105', placeIn(desk.source, orphan.line, orphan.name), { problem }));
  }
  switch (doclet.kind) {
    case 'event':
      return addEvent(doclet, { desk, shapes });
    case 'callback':
      return addCallback(doclet, { desk, shapes });
    case 'typedef':
      return addType(doclet, work);
    default:
      return doclet.kind satisfies never;
  }
}

const described = ({
  description,
  deprecated,
}: Pick<Doclet, 'description' | 'deprecated'>): { description?: string; deprecated?: boolean } => ({
  ...(description === '' ? {} : { description }),
  ...(deprecated ? { deprecated } : {}),
});

function addType(doclet: Doclet, { desk, shapes, events }: Work): void {
  const { draft } = desk;
  const { name, line, type: written } = doclet;
  if (!isName(name) || name === '__proto__') {
    desk.diagnostics.push(diagnose('WM8115', placeIn(desk.source, line, name), { text: name }));
    return;
  }
  const known = draft.types.get(name);
  if (known !== undefined) return addAgain(doclet, known, desk);
  const rows = doclet.rows;
  if (rows.length === 0 && /^string$/i.test(written) && /^events?(names?)?$/i.test(name) && events.length > 0) {
    return addEventNames(doclet, events, desk);
  }
  const type = readJsdocType(written, (each) => desk.typeNamed(each));
  const fields = type?.record?.map((field) => ({
    name: field.name,
    type: field.type.replace(/=$/, ''),
    isOptional: field.type.endsWith('='),
    default: undefined,
    description: '',
    line,
    written: undefined,
  }));
  const trees = treeOf(rows.length > 0 ? rows : (fields ?? []));
  if (trees.length > 0 || written === '' || /^object$/i.test(written) || type?.record !== undefined) {
    const part: TypePart = {
      kind: 'object',
      ...described(doclet),
      ...desk.presence,
      from: desk.cite(line),
      fields: new Map(),
    };
    draft.types.set(name, part);
    part.fields = shapes.fields(trees, name, desk);
    return;
  }
  const literals = type?.text.split(' | ') ?? [];
  if (literals.length > 1 && literals.every((each) => /^"[^"\\]*"$/.test(each))) {
    const members = new Map<string, { value?: string }>();
    for (const value of literals.map((each) => JSON.parse(each) as string)) {
      const member = identifier(value, members);
      members.set(member, member === value ? {} : { value });
    }
    draft.enums.set(name, { values: 'string', ...described(doclet), from: desk.cite(line, 'literals'), members });
    return;
  }
  if (type === undefined) desk.doubt('WM8201', { row: doclet, about: name }, { name, type: written });
  for (const each of type?.unknown ?? []) desk.doubt('WM8202', { row: doclet, about: name }, { name: each });
  const parts = [type?.text ?? 'json', ...(type?.isNullable === true ? ['null'] : [])];
  draft.types.set(name, { kind: 'alias', ...described(doclet), from: desk.cite(line), type: parts.join(' | ') });
}

function addEnum(drawn: EnumDoc, desk: Desk): void {
  const { name, line, rule } = drawn;
  if (!isName(name) || name === '__proto__' || desk.draft.enums.has(name)) {
    desk.doubt('WM8203', { row: drawn, about: '' }, { name, what: 'as two enums' });
    return;
  }
  const members: EnumPart['members'] = new Map();
  for (const { name: member, value, description, deprecated, line: at } of drawn.members) {
    const part = { ...(value === member ? {} : { value }), ...(description === '' ? {} : { description }) };
    members.set(identifier(member, members), { ...part, ...(deprecated ? { deprecated } : {}), from: desk.cite(at) });
  }
  const isInteger = drawn.members.every(({ value }) => typeof value === 'number');
  desk.draft.enums.set(name, {
    values: isInteger ? 'integer' : 'string',
    ...described(drawn),
    from: desk.cite(line, rule),
    members,
  });
}

/** A name for the names of events: the blocks that describe events each give one. */
function addEventNames(doclet: Doclet, events: readonly Doclet[], desk: Desk): void {
  const members = new Map<string, { value?: string; from: number | string }>();
  for (const event of events) {
    const member = identifier(event.name, members);
    if (members.has(member)) continue;
    members.set(member, { ...(member === event.name ? {} : { value: event.name }), from: desk.cite(event.line) });
  }
  desk.draft.enums.set(doclet.name, {
    values: 'string',
    ...described(doclet),
    from: desk.cite(doclet.line, 'blocks'),
    members,
  });
  desk.doubt('WM8214', { row: doclet, about: doclet.name }, { name: doclet.name });
}

/** A type that was described before: the lines are added, and what differs is a doubt. */
function addAgain(doclet: Doclet, known: TypePart, desk: Desk): void {
  const here = desk.cite(doclet.line);
  const first = [known.from].flat()[0];
  if (!Array.isArray(known.from) && first !== undefined) known.from = `${String(first).replace(/ .*$/, '')} first-kept`;
  known.from = alsoFrom(known.from, here);
  const { name } = doclet;
  if (known.kind !== 'object') {
    desk.doubt('WM8203', { row: doclet, about: name }, { name, what: 'once with members and once without' });
    return;
  }
  const scratch = new Desk(emptyDraft(), {
    source: desk.source,
    types: new Map([...doclet.rows].map((row) => [row.type, row.type])),
    events: new Set(),
    isFirst: true,
  });
  const fields = new Shapes(scratch.draft).fields(treeOf(doclet.rows), name, scratch);
  for (const tree of treeOf(doclet.rows)) {
    const field = known.fields.get(tree.name);
    const about = `${name}.${tree.name}`;
    if (field === undefined) {
      desk.doubt('WM8203', { row: tree.row, about: name }, { name, what: `only here with a member "${tree.name}"` });
      continue;
    }
    field.from = alsoFrom(field.from, desk.cite(tree.row.line));
    const again = fields.get(tree.name);
    if (again?.description !== field.description) {
      desk.doubt(
        'WM8203',
        { row: tree.row, about },
        { name: about, what: `"${again?.description ?? ''}" here, "${field.description ?? ''}" before` },
      );
    }
  }
}

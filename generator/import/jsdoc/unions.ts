/** Looks at the examples of an event: they may show a discriminated union, or the values of a field, that no table has. */
import type { EnumPart, FieldPart, From, TypePart } from '../events/draft.ts';
import { memberName, pascal, unique } from '../events/names.ts';
import type { Desk } from './desk.ts';
import type { DocRow } from './doclet.ts';
import type { ExampleObject, ExampleValue } from './examples.ts';

export interface ExampleContext {
  readonly desk: Desk;
  /** Name of the object that the table describes. */
  readonly name: string;
  readonly type: TypePart & { kind: 'object' };
  /** The row of the object, and those of its members by name. */
  readonly row: DocRow;
  readonly rows: ReadonlyMap<string, DocRow>;
}

type Objects = readonly [ExampleObject, ...ExampleObject[]];

/**
 * A member that is a different literal in each group of examples tells variants apart, when what goes with it differs in
 * kind: then the object becomes a union, and what the table says stays as another type.
 * @returns Name of the type that keeps what the table says; undefined when the examples show no union.
 */
export function applyExamples(objects: readonly ExampleObject[], context: ExampleContext): string | undefined {
  if (!isSome(objects)) return undefined;
  const discriminant = [...context.type.fields.keys()].find((key) => tellsApart(key, objects));
  if (discriminant !== undefined) return makeUnion(objects, discriminant, context);
  for (const [key, field] of context.type.fields) enumOfExamples(key, field, { objects, context });
  return undefined;
}

const isSome = (objects: readonly ExampleObject[]): objects is Objects => objects.length > 0;

const codeLike = /^[A-Za-z_][\w.-]*$/;

function literalsOf(key: string, objects: Objects): string[] | undefined {
  const values = objects.map(({ members }) => members.get(key));
  const texts = values.flatMap((value) => (value?.kind === 'string' ? [value.value] : []));
  return texts.length === values.length && texts.every((text) => codeLike.test(text)) ? texts : undefined;
}

/** What a value looks like; nothing is said of one that is no literal. */
const kindOf = (value: ExampleValue | undefined): string | undefined =>
  value === undefined
    ? 'absent'
    : value.kind === 'unknown'
      ? undefined
      : value.kind === 'prefix'
        ? 'string'
        : value.kind;

function tellsApart(key: string, objects: Objects): boolean {
  const literals = literalsOf(key, objects);
  if (literals === undefined || new Set(literals).size < 2) return false;
  const others = new Set(objects.flatMap(({ members }) => [...members.keys()]).filter((each) => each !== key));
  return [...others].some((other) => {
    const perGroup = new Map<string, Set<string>>();
    for (const [at, { members }] of objects.entries()) {
      const kind = kindOf(members.get(other));
      const group = perGroup.get(literals[at]!) ?? new Set();
      perGroup.set(literals[at]!, group);
      if (kind !== undefined) group.add(kind);
    }
    const kinds = [...perGroup.values()];
    return kinds.every(({ size }) => size <= 1) && new Set(kinds.flatMap((group) => [...group])).size > 1;
  });
}

function makeUnion(objects: Objects, discriminant: string, context: ExampleContext): string {
  const { desk, name, type } = context;
  const declared = unique(`Declared${name}`, desk);
  desk.draft.types.set(declared, { ...type });
  const groups = new Map<string, ExampleObject[]>();
  for (const object of objects) {
    const value = (object.members.get(discriminant) as { readonly value: string }).value;
    groups.set(value, [...(groups.get(value) ?? []), object]);
  }
  const last = objects.at(-1)!.line;
  const union: TypePart = {
    kind: 'union',
    standing: 'derived',
    discriminant,
    variants: [],
    from: desk.cite(context.row.line, 'examples', last),
  };
  desk.draft.types.set(name, union);
  for (const [value, group] of groups) {
    if (!isSome(group)) continue;
    const variant = unique(`${name}${pascal(value)}`, desk);
    union.variants.push(variant);
    const fields = new Map<string, FieldPart>();
    const part: TypePart = { kind: 'object', standing: 'derived', from: linesOf(group, desk), fields };
    desk.draft.types.set(variant, part);
    for (const key of new Set([...type.fields.keys(), ...group.flatMap(({ members }) => [...members.keys()])])) {
      if (key === '__proto__') continue;
      const row = context.rows.get(key);
      const from = desk.cite(row?.line ?? group[0].line, 'examples');
      const declaredType = row === undefined ? {} : { declared: row.type };
      if (key === discriminant)
        fields.set(key, { type: JSON.stringify(value), ...declaredType, presence: 'required', from });
      else fields.set(key, { ...memberOf(key, { group, variant, context }), ...declaredType, from });
    }
  }
  desk.doubt(
    'WM8211',
    { row: context.row, about: name },
    { name: context.row.name, what: `one kind of object for each "${discriminant}"` },
  );
  return declared;
}

/** `18-25 examples`, or each line where they do not follow one another. */
function linesOf(group: Objects, desk: Desk): From {
  const first = group[0].line;
  const last = group.at(-1)!.line;
  if (last - first === group.length - 1) return desk.cite(first, 'examples', last);
  return group.map(({ line }, at) => desk.cite(line, at === 0 ? 'examples' : undefined));
}

function memberOf(
  key: string,
  given: { readonly group: Objects; readonly variant: string; readonly context: ExampleContext },
): FieldPart {
  const { group, variant, context } = given;
  const { desk } = context;
  const values = group.map(({ members }) => members.get(key));
  const presence = values.includes(undefined) ? ({ presence: 'optional' } as const) : {};
  const kinds = new Set(values.flatMap((value) => (value === undefined ? [] : [value.kind])));
  if (kinds.size > 0 && [...kinds].every((kind) => kind === 'string' || kind === 'prefix')) {
    const name = unique(`${variant}${pascal(key)}`, desk);
    desk.draft.enums.set(name, enumPart(key, group, desk));
    return { type: name, ...presence };
  }
  const objects = values.flatMap((value, at) =>
    value?.kind === 'object' ? [{ ...group[at]!, members: value.members }] : [],
  );
  if (isSome(objects) && kinds.size === 1) {
    const name = unique(`${variant}${pascal(key)}`, desk);
    const fields = new Map<string, FieldPart>();
    desk.draft.types.set(name, { kind: 'object', standing: 'derived', from: linesOf(objects, desk), fields });
    for (const inner of new Set(objects.flatMap(({ members }) => [...members.keys()]))) {
      if (inner === '__proto__') continue;
      const part = memberOf(inner, { group: objects, variant: name, context });
      fields.set(inner, { ...part, from: desk.cite(objects[0].line, 'examples') });
    }
    return { type: name, ...presence };
  }
  if (kinds.has('unknown')) {
    desk.doubt('WM8212', { row: { name: key, line: group[0].line }, about: '' }, { name: key });
  }
  const [only] = kinds;
  return { type: kinds.size === 1 ? plainType(only!) : 'json', ...presence };
}

function plainType(kind: ExampleValue['kind']): string {
  switch (kind) {
    case 'string':
    case 'prefix':
      return 'string';
    case 'number':
      return 'number';
    case 'bool':
      return 'bool';
    case 'list':
      return 'list<json>';
    case 'object':
      return 'object';
    case 'null':
    case 'unknown':
      return 'json';
    default:
      return kind satisfies never;
  }
}

/** A string enum of the texts that a member has in the examples, described by the comments behind them. */
function enumPart(key: string, group: Objects, desk: Desk): EnumPart {
  const members: EnumPart['members'] = new Map();
  const byText = new Map<string, string>();
  for (const { members: object, comment, line } of group) {
    const value = object.get(key);
    if (value?.kind !== 'string' && value?.kind !== 'prefix') continue;
    const known = byText.get(`${value.kind}${value.value}`);
    if (known !== undefined) {
      const member = members.get(known)!;
      member.from = [...[member.from ?? []].flat(), desk.cite(line)];
      continue;
    }
    const name = unique(memberName('', value.value), members);
    byText.set(`${value.kind}${value.value}`, name);
    members.set(name, {
      ...(value.value === name && value.kind === 'string' ? {} : { value: value.value }),
      ...(value.kind === 'prefix' ? { match: 'prefix' as const } : {}),
      ...(comment === '' ? {} : { description: comment }),
      from: desk.cite(line),
    });
    if (value.kind === 'prefix')
      desk.doubt('WM8215', { row: { name: value.value, line }, about: '' }, { name: value.value });
  }
  return { values: 'string', standing: 'derived', from: linesOf(group, desk), members };
}

/** A text member that is a word in every example, and not always the same: an enum of these words. */
function enumOfExamples(
  key: string,
  field: FieldPart,
  { objects, context }: { readonly objects: Objects; readonly context: ExampleContext },
): void {
  const { desk, name, rows } = context;
  for (const { members, line } of objects) {
    if (members.get(key)?.kind === 'unknown')
      desk.doubt('WM8212', { row: { name: key, line }, about: `${name}.${key}` }, { name: key });
  }
  const literals = literalsOf(key, objects);
  if (field.type !== 'string' || literals === undefined || new Set(literals).size < 2) return;
  const drawn = unique(`${name}${pascal(key)}`, desk);
  desk.draft.enums.set(drawn, enumPart(key, objects, desk));
  field.type = drawn;
  field.declared = 'string';
  const line = rows.get(key)?.line;
  if (line !== undefined) field.from = desk.cite(line, 'examples');
}

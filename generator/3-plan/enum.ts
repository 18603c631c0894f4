/** Plans an enum: a const object, its type, and the names by value. */
import type { SpecEnumMember } from '../ir/event-spec.ts';
import type { DeclaredView, Identifier, Literal } from '../ir/printable.ts';
import type { AnyEnum, EnumValue } from '../ir/protocol.ts';
import type { EnumMemberView, EnumView } from '../ir/view/enum-view.ts';
import type { TypeCode } from '../ir/view/code.ts';
import { declared } from './event/doc.ts';
import { comment, literal, place, propertyKey, template } from './text.ts';

/** The names an enum's module reserves: the const object and type, and the names table. */
export const enumFamily = (base: string): readonly string[] => [base, `${base}Names`];

/** @param name - The base that `enumFamily` was claimed for. */
export function planEnum(node: AnyEnum, name: Identifier): EnumView {
  const members = node.kind === 'enum' ? node.values.map(protoMember) : node.members.map(specMember);
  const base = node.kind === 'enum' || node.valueKind === 'integer' ? 'number' : 'string';
  return {
    kind: 'enum',
    name,
    namesName: `${name}Names` as Identifier,
    members: members.map(({ view }) => view),
    type: enumType(name, members, node.open ? base : undefined),
    names: { kind: 'object', entries: nameEntries(members) },
    namesType: namesType(name, base),
    ...(node.kind === 'enum' ? protoDeclared(node) : declared(node)),
  };
}

interface PlannedMember {
  readonly name: string;
  readonly value: string | number;
  readonly prefix: boolean;
  readonly view: EnumMemberView;
}

function protoMember(node: EnumValue): PlannedMember {
  const { name, number: value } = node;
  return { name, value, prefix: false, view: { ...keyed(name, value), ...protoDeclared(node) } };
}

function specMember(node: SpecEnumMember): PlannedMember {
  const { name, value } = node;
  const prefix = node.match === 'prefix';
  const description = node.description === '' ? node.label : node.description;
  const view = declared({ ...node, description }, prefix ? ['Any string that starts with this is meant.'] : []);
  return { name, value, prefix, view: { ...keyed(name, value), ...view } };
}

function keyed(name: string, value: string | number): Pick<EnumMemberView, 'key' | 'value'> {
  return { key: propertyKey(name), value: literal(value) };
}

function protoDeclared(node: Pick<EnumValue, 'comment' | 'deprecated' | 'origin'>): DeclaredView {
  const { deprecated, origin } = node;
  return { doc: comment(node.comment), deprecated, origin, place: place(origin) };
}

/** @param open - Type of values that are no members, where those are legal. */
function enumType(
  name: Identifier,
  members: readonly PlannedMember[],
  open: 'number' | 'string' | undefined,
): TypeCode {
  const named = members.length === 0 ? 'never' : `(typeof ${name})[keyof typeof ${name}]`;
  const prefixes = members.filter(({ prefix }) => prefix).map(({ value }) => template(String(value)));
  const others = open === undefined ? [] : [`(${open} & {})`];
  // An empty object type beside the base keeps editors suggesting the members.
  return {
    kind: 'union',
    of: [named, ...prefixes, ...others].map((text) => ({ kind: 'atom', text: text as Literal })),
  };
}

/** `{ readonly [value: number]: keyof typeof Name | undefined }` */
function namesType(name: Identifier, base: 'number' | 'string'): TypeCode {
  const type = `keyof typeof ${name} | undefined` as Literal;
  const key = `readonly [value: ${base}]` as Literal;
  return { kind: 'members', members: [{ key, optional: false, type: { kind: 'atom', text: type } }] };
}

function nameEntries(members: readonly PlannedMember[]): Extract<EnumView['names'], { kind: 'object' }>['entries'] {
  const names = new Map<string | number, string>();
  for (const { value, name } of members) if (!names.has(value)) names.set(value, name);
  return [...names].map(([value, name]) => ({
    key: valueKey(value),
    value: { kind: 'atom', text: literal(name) },
  }));
}

/** A value as an object key; a negative number must be computed. */
function valueKey(value: string | number): Identifier | Literal {
  if (typeof value === 'string') return propertyKey(value);
  return value < 0 ? (`[${value}]` as Literal) : literal(value);
}

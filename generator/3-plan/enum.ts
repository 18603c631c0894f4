/** Plans an enum: a const object, its type, and the names by value. */
import type { EnumMemberView, EnumView } from '../ir/view/enum-view.ts';
import type { Identifier } from '../ir/package-plan.ts';
import type { AnyEnum } from '../ir/protocol.ts';
import { comment, literal, place, propertyKey } from './text.ts';

/** The names an enum's module reserves: the const object and type, and the names table. */
export const enumFamily = (base: string): readonly string[] => [base, `${base}Names`];

/** @param name - The base that `enumFamily` was claimed for. */
export function planEnum(node: AnyEnum, name: Identifier): EnumView {
  const members = node.kind === 'enum' ? node.values.map(protoMember) : node.members.map(specMember);
  const names = new Map<string | number, string>();
  for (const { value, name, exact } of members) if (exact && !names.has(value)) names.set(value, name);
  return {
    kind: 'enum',
    name,
    namesName: `${name}Names` as Identifier,
    numeric: node.kind === 'enum' || node.valueKind === 'integer',
    openBase: !node.open ? '' : node.kind === 'spec-enum' && node.valueKind === 'string' ? 'string' : 'number',
    members: members.filter((member) => member.exact).map((member) => member.view),
    names: [...names].map(([value, memberName]) => ({ value: literal(value), name: literal(memberName) })),
    prefixes: members
      .filter((member) => !member.exact)
      .map((member) => ({ pattern: literal(String(member.value)), doc: member.view.doc })),
    doc: comment(node.kind === 'enum' ? node.comment : node.description),
    deprecated: node.deprecated,
    origin: node.origin,
    place: place(node.origin),
  };
}

interface PlannedMember {
  readonly name: string;
  readonly value: string | number;
  readonly exact: boolean;
  readonly view: EnumMemberView;
}

function protoMember(value: Extract<AnyEnum, { kind: 'enum' }>['values'][number]): PlannedMember {
  const { name, number, comment: text, deprecated, origin } = value;
  return { name, value: number, exact: true, view: memberView({ name, value: number, text, deprecated, origin }) };
}

function specMember(member: Extract<AnyEnum, { kind: 'spec-enum' }>['members'][number]): PlannedMember {
  const { name, value, description: text, deprecated, origin } = member;
  return { name, value, exact: member.match === 'exact', view: memberView({ name, value, text, deprecated, origin }) };
}

function memberView(member: {
  readonly name: string;
  readonly value: string | number;
  readonly text: string;
  readonly deprecated: boolean;
  readonly origin: EnumMemberView['origin'];
}): EnumMemberView {
  return {
    key: propertyKey(member.name),
    value: literal(member.value),
    doc: comment(member.text),
    deprecated: member.deprecated,
    origin: member.origin,
    place: place(member.origin),
  };
}

/** An enum as the descriptor lists it, with what an overlay knows beside its declaration. */
import type { EventSpec, SpecEnum } from '../../../ir/event-spec.ts';
import type { NodeFacts, ProtoEnum, Protocol } from '../../../ir/protocol.ts';
import type { Enum as EnumEntry } from '../../../ir/schema/descriptor.gen.ts';
import type { Symbols } from '../../symbols.ts';
import { optionsEntry } from './options.ts';
import { originEntry } from './type-ref.ts';

export function protoEnumEntry(node: ProtoEnum, symbols: Symbols, facts: Protocol['facts']): EnumEntry {
  const { module, name } = symbols.proto(node.fullName);
  const known = facts.get(node.fullName);
  return {
    name: node.fullName,
    typeName: name,
    module,
    kind: 'integer',
    standing: 'documented',
    open: node.open,
    incomplete: known?.incomplete ?? false,
    members: node.values.map((value) => ({
      name: value.name,
      property: value.name,
      value: value.number,
      match: 'exact',
      label: '',
      ...standing(facts.get(`${node.fullName}.${value.name}`)),
      ...optionsEntry(value.options),
      description: value.comment,
      deprecated: value.deprecated,
      origin: originEntry(value.origin),
    })),
    commentedOut: (known?.commentedOut ?? []).map((value) => ({
      name: value.name,
      value: value.number,
      description: value.description,
      origin: originEntry(value.origin, value.source),
    })),
    ...optionsEntry(node.options),
    description: node.comment,
    deprecated: node.deprecated,
    origin: originEntry(node.origin),
  };
}

function standing(facts: NodeFacts | undefined): { unspecified: boolean; status: string } {
  return { unspecified: facts?.unspecified ?? false, status: facts?.status ?? '' };
}

export function specEnumEntry(node: SpecEnum, spec: EventSpec, symbols: Symbols): EnumEntry {
  const { module, name } = symbols.spec(spec.name, node.name);
  return {
    name: node.name,
    typeName: name,
    module,
    kind: node.valueKind,
    standing: node.standing,
    open: node.open,
    incomplete: false,
    members: node.members.map((member) => ({
      name: member.name,
      property: member.name,
      value: member.value,
      match: member.match,
      label: member.label,
      unspecified: false,
      status: '',
      description: member.description,
      deprecated: member.deprecated,
      origin: originEntry(member.origin, member.source),
    })),
    commentedOut: [],
    description: node.description,
    deprecated: node.deprecated,
    origin: originEntry(node.origin, node.source),
  };
}

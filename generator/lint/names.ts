/** Every name that a source declares, with the words that the source has for it. */
import type { Origin } from '../ir/origin.ts';
import type { Protocol } from '../ir/protocol.ts';
import { ownFiles } from './walk.ts';

export interface DescribedName {
  readonly name: string;
  /** Label, description or comment; `''` when there is none. */
  readonly text: string;
  readonly origin: Origin;
}

export function* describedNames(protocol: Protocol): Iterable<DescribedName> {
  for (const file of ownFiles(protocol)) {
    for (const message of file.messages) {
      yield described(message);
      for (const field of message.fields) yield described(field);
      for (const oneof of message.oneofs) yield described(oneof);
    }
    for (const each of file.enums) {
      yield described(each);
      for (const value of each.values) yield described(value);
    }
    for (const service of file.services) {
      yield described(service);
      for (const method of service.methods) yield described(method);
    }
  }
  for (const spec of protocol.specs) {
    for (const type of spec.types) {
      yield { ...type, text: type.description };
      if (type.kind === 'object') for (const field of type.fields) yield { ...field, text: field.description };
    }
    // An enum that only lists the names of events has no words of its own.
    const events = new Set(spec.events.map(({ name }) => name));
    for (const each of spec.enums) {
      yield { ...each, text: each.description };
      for (const member of each.members) {
        if (events.has(String(member.value))) continue;
        const name = typeof member.value === 'string' ? member.value : member.name;
        yield { name, text: `${member.label} ${member.description}`, origin: member.origin };
      }
    }
    for (const event of spec.events) yield { ...event, text: `${event.label} ${event.description}` };
    for (const callback of spec.callbacks) yield { ...callback, text: callback.description };
  }
}

const described = ({ name, comment, origin }: { name: string; comment: string; origin: Origin }): DescribedName => ({
  name,
  text: comment,
  origin,
});

/** Names that stand side by side. */
export interface Scope {
  readonly kind: string;
  readonly names: readonly { readonly name: string; readonly origin: Origin }[];
}

export function* scopes(protocol: Protocol): Iterable<Scope> {
  for (const file of ownFiles(protocol)) {
    for (const { fields } of file.messages) yield { kind: 'field', names: fields };
    for (const { values } of file.enums) yield { kind: 'value', names: values };
    for (const { methods } of file.services) yield { kind: 'method', names: methods };
    yield { kind: 'type', names: [...file.messages, ...file.enums].filter(({ parent }) => parent === undefined) };
  }
  for (const spec of protocol.specs) {
    for (const type of spec.types) if (type.kind === 'object') yield { kind: 'field', names: type.fields };
    for (const { members } of spec.enums) {
      const names = members.map(({ name, value, origin }) => ({
        name: typeof value === 'string' ? value : name,
        origin,
      }));
      yield { kind: 'member', names };
    }
    yield { kind: 'event', names: spec.events };
    yield { kind: 'type', names: [...spec.types, ...spec.enums] };
  }
}

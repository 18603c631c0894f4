/** What the new version has and the old had not: nothing of it breaks, and all of it together asks for a minor release. */
import type { EventSpec } from '../ir/event-spec.ts';
import type { Side, Sides } from './sides.ts';

export interface Addition {
  /** `field`, `event`, ... */
  readonly kind: string;
  /** Full name, or the name within its spec. */
  readonly name: string;
}

/** Something that a version has, and what tells whether the other has it too: by number where numbers travel. */
type Identified = Addition & { readonly id: string };

export function additionsIn({ before, after }: Sides): Addition[] {
  const known = new Set([...everythingIn(before)].map(({ id }) => id));
  return [...everythingIn(after)].filter(({ id }) => !known.has(id)).map(({ kind, name }) => ({ kind, name }));
}

function one(kind: string, name: string, key: string | number = name): Identified {
  return { kind, name, id: `${kind} ${key}` };
}

function* everythingIn(side: Side): Iterable<Identified> {
  for (const path of side.files.keys()) yield one('file', path);
  for (const { fullName: message, fields } of side.messages.values()) {
    if (side.entries.has(message)) continue;
    yield one('message', message);
    for (const { fullName, number } of fields) yield one('field', fullName, `${message} ${number}`);
  }
  for (const { fullName, values } of side.enums.values()) {
    yield one('enum', fullName);
    for (const { name, number } of values) yield one('value', `${fullName}.${name}`, `${fullName} ${number}`);
  }
  for (const [key, { fullName }] of side.extensions) yield one('extension', fullName, key);
  for (const { fullName, methods } of side.services.values()) {
    yield one('service', fullName);
    for (const { name } of methods) yield one('method', `${fullName}.${name}`);
  }
  for (const spec of side.specs.values()) yield* everythingInSpec(spec);
}

function* everythingInSpec(spec: EventSpec): Iterable<Identified> {
  yield one('spec', spec.name);
  for (const { name } of spec.events) yield one('event', name);
  for (const { name } of spec.callbacks) yield one('callback', name);
  for (const { name } of spec.bindings) yield one('binding', name);
  for (const { name, members } of spec.enums) {
    yield one('enum', name);
    for (const member of members)
      yield one('member', `${name}.${member.name}`, `${name} ${JSON.stringify(member.value)}`);
  }
  for (const type of spec.types) {
    yield one('type', type.name);
    if (type.kind === 'object') for (const field of type.fields) yield one('field', `${type.name}.${field.name}`);
    if (type.kind === 'union') {
      for (const { value } of type.variants) yield one('variant', `${type.name} ${JSON.stringify(value)}`);
    }
  }
}

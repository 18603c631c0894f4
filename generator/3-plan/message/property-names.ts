/** Names of a message's properties: the JSON-name form of the proto names, made safe and unique within the message. */
import type { Message } from '../../ir/protocol.ts';
import { camelCase } from '../names.ts';

/** Names that every object inherits, which would read as present where they are not, and `then`, which makes a promise. */
const inherited = new Set([...Object.getOwnPropertyNames(Object.prototype), 'toJSON', 'then']);

/**
 * The property of each field and oneof of a message, by its proto name; oneof names are prefixed `oneof `.
 * `foo_bar` becomes `fooBar`, `__proto__` becomes `__proto__$`, a second `fooBar` becomes `fooBar$`.
 */
export function propertyNames(message: Message): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const names = new Map<string, string>();
  const claim = (key: string, protoName: string): void => {
    let name = safeName(protoName);
    while (used.has(name)) name = `${name}$`;
    used.add(name);
    names.set(key, name);
  };
  for (const field of message.fields) claim(field.name, field.name);
  for (const oneof of message.oneofs) claim(`oneof ${oneof.name}`, oneof.name);
  return names;
}

function safeName(protoName: string): string {
  const name = inherited.has(protoName) ? protoName : camelCase(protoName);
  const started = /^\d/.test(name) || name === '' ? `_${name}` : name;
  return inherited.has(started) ? `${started}$` : started;
}

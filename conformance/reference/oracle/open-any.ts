/** Takes a canonical message, gives it with the content of each Any in canonical form too, since its bytes may be spelt in many ways. */
import { readMessage } from './read-message.ts';
import type { MessageInfo, Schema } from './schema.ts';
import type { CanonicalMap, CanonicalMessage, CanonicalValue } from './value.ts';
import { Malformed } from './wire.ts';

/** Is there any Any to open? */
export const hasAny = ({ descriptor }: Schema): boolean =>
  descriptor.messages.some(({ fields }) =>
    fields.some(({ type }) => type.kind === 'message' && type.name === 'google.protobuf.Any'),
  );

/** The content of an Any stands under `value`, as a message; bytes that are none stay bytes. */
export function openAnys(schema: Schema, message: MessageInfo, value: CanonicalMessage): CanonicalMessage {
  if (message.wellKnown === 'any') return opened(schema, value);
  const result: Record<string, CanonicalValue> = { ...value };
  for (const { name, type, cardinality } of message.fields) {
    const held = Object.hasOwn(value, name) ? value[name] : undefined;
    if (held === undefined || type.kind !== 'message') continue;
    const inner = schema.message(type.name);
    const one = (item: CanonicalValue): CanonicalValue => openAnys(schema, inner, item as CanonicalMessage);
    if (cardinality === 'list') result[name] = (held as readonly CanonicalValue[]).map(one);
    else if (cardinality === 'singular') result[name] = one(held);
    else result[name] = { entries: (held as CanonicalMap).entries.map(([key, item]) => [key, one(item)] as const) };
  }
  return result;
}

function opened(schema: Schema, any: CanonicalMessage): CanonicalMessage {
  const { type_url: url, value } = any;
  const inner = typeof url === 'string' ? schema.findMessage(url.slice(url.lastIndexOf('/') + 1)) : undefined;
  if (inner === undefined || value === undefined) return any;
  try {
    const bytes = Buffer.from((value as { readonly b64: string }).b64, 'base64');
    return { ...any, value: openAnys(schema, inner, readMessage({ schema, audit: undefined }, inner, bytes)) };
  } catch (error) {
    if (error instanceof Malformed) return any;
    throw error;
  }
}

/**
 * Extensions: fields that a file adds to a message of another. A message holds them among its unknown fields, so that the
 * binary codec need not know of them and only who names an extension bundles it.
 */
import type { JsonExtension } from './json-options.ts';

/** An extension of a message. Generated as a constant. */
export interface Extension<Message, Value> extends JsonExtension {
  readonly decode: (bytes: Uint8Array) => Value | undefined;
  readonly encode: (value: Value) => Uint8Array;
  /** Never there: keeps an extension to messages of its type. */
  readonly extends?: ((message: Message) => void) | undefined;
}

/** A message, as far as its extensions go. */
export interface Extendable {
  $unknown?: readonly Uint8Array[] | undefined;
}

/**
 * The value of an extension; undefined when the message does not have it.
 * @throws WireError when its bytes are no such value.
 */
export function getExtension<Message extends Extendable, Value>(
  message: Message,
  extension: Extension<Message, Value>,
): Value | undefined {
  const bytes = extensionBytes(message.$unknown, extension);
  return bytes === undefined ? undefined : extension.decode(bytes);
}

/** Does the message have a value of an extension? @throws WireError as `getExtension`. */
export function hasExtension<Message extends Extendable, Value>(
  message: Message,
  extension: Extension<Message, Value>,
): boolean {
  return getExtension(message, extension) !== undefined;
}

/** Gives an extension a value in place of any other. @throws EncodeError for a value that has no encoding. */
export function setExtension<Message extends Extendable, Value>(
  message: Message,
  extension: Extension<Message, Value>,
  value: Value,
): void {
  const bytes = extension.encode(value);
  clearExtension(message, extension);
  addExtension(message, bytes);
}

/** Removes an extension from a message. */
export function clearExtension(message: Extendable, extension: JsonExtension): void {
  const rest = message.$unknown?.filter((record) => partOf(record, extension) === undefined);
  if (rest !== undefined) message.$unknown = rest.length === 0 ? undefined : rest;
}

/** Adds bytes of an extension, if there are any, to what the message has. */
export function addExtension(message: Extendable, bytes: Uint8Array): void {
  if (bytes.length > 0) message.$unknown = [...(message.$unknown ?? []), bytes];
}

/** All that unknown fields have of an extension, one after another; undefined when there is nothing. */
export function extensionBytes(
  unknown: readonly Uint8Array[] | undefined,
  extension: JsonExtension,
): Uint8Array | undefined {
  const records = (unknown ?? []).flatMap((record) => partOf(record, extension) ?? []);
  if (records.length < 2) return records[0];
  const all = new Uint8Array(records.reduce((length, record) => length + record.length, 0));
  let pos = 0;
  for (const record of records) {
    all.set(record, pos);
    pos += record.length;
  }
  return all;
}

/** What an unknown field has of an extension: all or nothing, but for message sets. */
function partOf(record: Uint8Array, { number, find }: JsonExtension): Uint8Array | undefined {
  return find === undefined ? (fieldNumber(record) === number ? record : undefined) : find(record);
}

/** The number of the field that a record begins with. Source: the encoding guide, "Message Structure". */
function fieldNumber(record: Uint8Array): number {
  let tag = 0;
  for (let i = 0; i < 5 && i < record.length; i++) {
    tag |= (record[i]! & 127) << (7 * i);
    if (record[i]! < 128) break;
  }
  return tag >>> 3;
}

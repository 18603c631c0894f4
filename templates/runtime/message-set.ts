/**
 * Items of message sets. Such a message holds nothing but extensions, each in a group of its own with its number beside
 * it. Source: descriptor.proto, `MessageOptions.message_set_wire_format`.
 */
import { decode, input, position, readVarint, skip, tagAt } from './input.ts';

/** Tags of `repeated group Item = 1 { required int32 type_id = 2; required bytes message = 3; }`. */
const itemTag = 11;
const typeIdTag = 16;
const messageTag = 26;
const itemEndTag = 12;

/**
 * Makes what finds an extension in an unknown field of a message set: gives its bytes as those of a field with number 3,
 * or undefined when the field holds something else. What stands there like an extension of any message is one, too.
 */
export function itemOf(number: number): (record: Uint8Array) => Uint8Array | undefined {
  const find = (pos: number, end: number): Uint8Array | undefined => {
    const tag = tagAt(pos);
    pos = position;
    const stop = skip(tag, pos, end);
    const contentEnd = position;
    if (tag === number * 8 + 2) {
      const bytes = input.slice(pos - 1, stop);
      bytes[0] = messageTag;
      return bytes;
    }
    return tag === itemTag && typeIdOf(pos, contentEnd) === number ? input.slice(pos, contentEnd) : undefined;
  };
  return (record) => decode(find, record);
}

/** The first type id in an item; undefined when there is none. */
function typeIdOf(pos: number, end: number): number | undefined {
  while (pos < end) {
    const tag = tagAt(pos);
    pos = position;
    if (tag === typeIdTag) return readVarint(pos);
    pos = skip(tag, pos, end);
  }
  return undefined;
}

/** The item of an extension whose bytes are those of a field with number 3. */
export function toItem(number: number, bytes: Uint8Array): Uint8Array {
  const start = [itemTag, typeIdTag];
  for (; number > 127; number >>>= 7) start.push((number & 127) | 128);
  start.push(number);
  const item = new Uint8Array(start.length + bytes.length + 1);
  item.set(start);
  item.set(bytes, start.length);
  item[item.length - 1] = itemEndTag;
  return item;
}

/**
 * The bytes being decoded, and where reading stands. One decoding runs at a time and no code of the caller runs within it,
 * so the state is kept in module variables: that is what makes reading fast.
 *
 * The input is copied into a scratch buffer with some slack behind it. So a reader may look a few bytes past the end
 * without a check of its own: whoever goes past the end of a message is caught when the message ends.
 *
 * Readers take the offset to read at and leave the offset behind what they read in `position`.
 */
import { WireError } from './errors.js';
/** Levels of messages and groups inside the outermost one that are read and written, unless told otherwise. */
export const defaultMaxDepth = 100;
/** Bytes behind the input that may be looked at. The longest look-ahead is that of a varint: 10 bytes, in words of 4. */
const slack = 16;
/** Largest scratch buffer that is kept for the next message, in bytes. */
const maxKept = 1 << 20;
/** The input, followed by slack. */
export let bytes = /* @__PURE__ */ new Uint8Array(0);
/** The same as a view. */
export let view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(0));
/** The caller's own array while it is being decoded. */
export let source;
/** Where the last reader stopped. */
export let position = 0;
/** Upper 32 bits of the varint that was read last. */
export let high = 0;
/** Text of a stretch of the input as Latin-1, from `textStart` on; see `read-string.ts`. */
export let text = '';
export let textStart = 0;
/** Length of the input. */
export let length = 0;
let depth = 0;
/**
 * Decodes a message with its `readX`.
 *
 * @throws {WireError} When the bytes are not such a message.
 */
export function decode(read, input, options) {
    length = input.length;
    if (length + slack > bytes.length)
        provide(length);
    // A native call costs more than a few steps of a loop.
    if (length < 32)
        for (let i = 0; i < length; i++)
            bytes[i] = input[i];
    else
        bytes.set(input);
    source = input;
    text = '';
    textStart = 0;
    depth = options?.maxDepth ?? defaultMaxDepth;
    try {
        return read(0, length);
    }
    finally {
        source = undefined;
        if (length > maxKept)
            provide(0);
    }
}
/** Makes a scratch buffer for so many bytes. */
function provide(needed) {
    let size = 8192;
    while (size < needed + slack)
        size *= 2;
    bytes = new Uint8Array(size);
    view = new DataView(bytes.buffer);
}
/** Throws a `WireError`; its message is the code in words. */
export function fail(code, offset) {
    throw wireError(code, offset, '');
}
/**
 * Makes what names the field in which reading failed.
 *
 * @param order - Field numbers in the order of the message's properties; those of a oneof in an array.
 */
export function inFieldOf(order) {
    return (error, message, tag) => {
        const index = order.findIndex((numbers) => [numbers].flat().includes(tag >>> 3));
        if (index < 0 || !(error instanceof WireError))
            return error;
        const inOneof = typeof order[index] === 'object' ? '/value' : '';
        return wireError(error.code, error.offset, `/${Object.keys(message)[index]}${inOneof}${error.path}`);
    };
}
function wireError(code, offset, path) {
    return new WireError(code, `${code.replaceAll('-', ' ')} at byte ${offset}`, { offset, path });
}
/** The error for a message without a field that it must have. */
export function missing(name, offset) {
    return wireError('missing-required-field', offset, `/${name}`);
}
export function moveTo(pos) {
    position = pos;
}
export function moveText(start, part) {
    textStart = start;
    text = part;
}
/** Reads a tag: at most five bytes, 32 bits. Source: the encoding guide, "Message Structure". */
export function readTag(pos) {
    const first = bytes[pos];
    if (first < 128) {
        position = pos + 1;
        return first;
    }
    const second = bytes[pos + 1];
    if (second < 128) {
        position = pos + 2;
        return (first & 127) | (second << 7);
    }
    const tag = readVarint(pos);
    if (high !== 0 || position - pos > 5)
        fail('invalid-tag', pos);
    return tag >>> 0;
}
/** Reads a length; returns where the content starts, and leaves where it ends in `position`. */
export function readLength(pos, end) {
    let size = bytes[pos++];
    if (size > 127) {
        size = readVarint(pos - 1) >>> 0;
        pos = position;
        if (high !== 0)
            fail('truncated', pos);
    }
    position = pos + size;
    if (position > end)
        fail('truncated', pos);
    return pos;
}
/** As `readLength`, for a message inside the one at hand. */
export function startMessage(pos, end) {
    if (--depth < 0)
        fail('too-deep', pos);
    return readLength(pos, end);
}
/** Ends what `startMessage` or `startGroup` began. Its fields must have ended where it does. */
export function endMessage(pos, end) {
    depth++;
    endEntry(pos, end);
}
/** Ends a map entry. */
export function endEntry(pos, end) {
    if (pos !== end)
        fail('truncated', end);
    position = end;
}
/** As `startMessage`, for a group; `tag` is its start tag, `pos` the offset behind it. `endGroup` follows. */
export function startGroup(tag, pos, end) {
    const stop = groupEnd(tag, pos, end);
    depth--;
    position = stop;
    return pos;
}
/** Steps over the end tag of a group. */
export function endGroup() {
    readTag(position);
}
/** Finds the end tag that closes a group, and leaves the offset behind it in `position`. */
function groupEnd(tag, pos, end) {
    if (--depth < 0)
        fail('too-deep', pos);
    while (pos < end) {
        const next = readTag(pos);
        if ((next & 7) === 4) {
            if (next !== tag + 1 || position > end)
                fail('unmatched-group', pos);
            depth++;
            return pos;
        }
        skip(next, position, end);
        pos = position;
    }
    return fail('truncated', end);
}
/** Steps over the value of a field; returns the offset behind it. */
export function skip(tag, pos, end) {
    if (tag < 8)
        fail('invalid-tag', pos);
    switch (tag & 7) {
        case 0:
            readVarint(pos);
            break;
        case 1:
            position = pos + 8;
            break;
        case 2:
            readLength(pos, end);
            break;
        case 3:
            groupEnd(tag, pos, end);
            break;
        case 5:
            position = pos + 4;
            break;
        default:
            fail((tag & 7) === 4 ? 'unmatched-group' : 'invalid-tag', pos);
    }
    if (position > end)
        fail('truncated', end);
    return position;
}
/** Adds a field that the schema does not know, as it stands in the input, to the unknown fields. */
export function keepUnknown(message, start, stop) {
    keep(message, bytes.slice(start, stop));
}
/** As `keepUnknown`, for a number that a closed enum does not know. */
export function keepEnum(message, tag, value) {
    const record = [];
    pushVarint(record, tag, 0);
    pushVarint(record, value, value >> 31);
    keep(message, Uint8Array.from(record));
}
function keep(message, record) {
    // While it is read, a message has its list for itself.
    (message.$unknown ??= []).push(record);
}
function pushVarint(record, low, upper) {
    while (upper !== 0 || low >>> 0 > 127) {
        record.push((low & 127) | 128);
        low = (low >>> 7) | (upper << 25);
        upper >>>= 7;
    }
    record.push(low);
}
/**
 * Reads a varint of at most ten bytes: returns its lower 32 bits, leaves the upper ones in `high`.
 *
 * Takes four bytes at once. In `~word & 0x80808080` the bytes that end a varint have their top bit set; the lowest one
 * says where it ends, and `m ^ (m - 1)` masks what comes before.
 */
export function readVarint(pos) {
    const word = view.getInt32(pos, true);
    const m = ~word & 0x80808080;
    if (m !== 0) {
        high = 0;
        position = pos + ((39 - Math.clz32(m & -m)) >> 3);
        return squeeze(word & (m ^ (m - 1)));
    }
    let byte = bytes[(pos += 4)];
    high = (byte & 127) >> 4;
    const low = squeeze(word) | (byte << 28);
    for (let shift = 3; byte > 127; shift += 7) {
        if (shift > 31)
            fail('varint-too-long', pos);
        byte = bytes[++pos];
        high |= (byte & 127) << shift;
    }
    position = pos + 1;
    return low;
}
/** Packs the lower seven bits of four bytes. */
export function squeeze(word) {
    return (word & 127) | ((word >> 1) & 0x3f80) | ((word >> 2) & 0x1fc000) | ((word >> 3) & 0xfe00000);
}
/** Joins two words; refuses what a number cannot hold exactly. */
export function safeInteger(low, upper) {
    const value = upper * 4294967296 + (low >>> 0);
    if (!Number.isSafeInteger(value))
        fail('unsafe-integer', position);
    return value;
}
//# sourceMappingURL=input.js.map
/**
 * The bytes being decoded, and where reading stands. One decoding runs at a time and no code of the caller runs within it,
 * so the state is kept in module variables: that is what makes reading fast.
 *
 * The input is copied into a scratch buffer with some slack behind it. So a reader may look a few bytes past the end
 * without a check of its own: whoever goes past the end of a message is caught when the message ends. Only a large input is
 * read in place, at first.
 *
 * Readers of values take the offsets between which a value lies, or a varint's lower and upper 32 bits, and leave nothing
 * behind: module variables cost more than locals, so what is known of each field stays in locals of the generated code.
 */
import { WireError } from './errors.js';
/** Levels of messages and groups inside the outermost one that are read and written, unless told otherwise. */
export const defaultMaxDepth = 100;
/** Bytes behind the input that may be looked at. The longest look-ahead is that of a varint: 10 bytes, in words of 4. */
const slack = 16;
/** Largest scratch buffer that is kept for the next message, in bytes. */
const maxKept = 1 << 20;
/** Inputs from so many bytes on are read where they lie: most of them are one field of bytes, and a copy would be all the work. */
const large = 1 << 18;
/** Readers that looked behind the end of a large input: they get a copy with slack. */
const needsSlack = /* @__PURE__ */ new WeakSet();
/** The input, followed by slack. */
export let input = /* @__PURE__ */ new Uint8Array(0);
/** The same as a view. */
export let view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(0));
/** The caller's own array while it is being decoded. */
export let source;
/** Where the last reader stopped, if what it returns does not say. */
export let position = 0;
/** Upper 32 bits of the varint that was read last. */
export let high = 0;
/** Text of a stretch of the input as Latin-1, from one offset to another; see `read-string.ts`. */
export let text = '';
export let textStart = 0;
export let textEnd = 0;
let depth = 0;
/**
 * Decodes a message with its `readX`.
 *
 * @throws {WireError} When the bytes are not such a message.
 */
export function decode(read, bytes, options) {
    const size = bytes.length;
    if (size >= large && !needsSlack.has(read)) {
        const kept = [input, view];
        input = new Uint8Array(bytes.buffer, bytes.byteOffset, size);
        view = new DataView(bytes.buffer, bytes.byteOffset, size);
        try {
            return begin(read, bytes, options);
        }
        catch (error) {
            // A look ahead went past the end, or the input has a fault; the second reading tells which.
            if (error instanceof RangeError)
                needsSlack.add(read);
        }
        finally {
            [input, view] = kept;
        }
    }
    if (size + slack > input.length)
        provide(size);
    const copy = input;
    // A native call costs more than a few steps of a loop.
    if (size < 32)
        for (let i = 0; i < size; i++)
            copy[i] = bytes[i];
    else
        copy.set(bytes);
    try {
        return begin(read, bytes, options);
    }
    finally {
        if (size > maxKept)
            provide(0);
    }
}
function begin(read, bytes, options) {
    source = bytes;
    textEnd = 0;
    depth = options?.maxDepth ?? defaultMaxDepth;
    try {
        return read(0, bytes.length);
    }
    finally {
        source = undefined;
    }
}
/** Makes a scratch buffer for so many bytes. */
function provide(needed) {
    let size = 8192;
    while (size < needed + slack)
        size *= 2;
    input = new Uint8Array(size);
    view = new DataView(input.buffer);
}
/** Throws a `WireError`; its message is the code in words. */
export function fail(code, offset) {
    // What stands behind the input is left over from another one, and means nothing.
    const size = source.length;
    throw offset > size ? new WireError('truncated', size) : new WireError(code, offset);
}
/** The error for a message without a field that it must have. */
export function missing(name, offset) {
    return new WireError('missing-required-field', offset, `/${name}`);
}
export function moveText(start, end, part) {
    textStart = start;
    textEnd = end;
    text = part;
}
/** Reads a tag: at most five bytes, 32 bits. Source: the encoding guide, "Message Structure". */
export function tagAt(pos) {
    const tag = readVarint(pos);
    if (high !== 0 || position - pos > 5)
        fail('invalid-tag', position > source.length ? position : pos);
    return tag >>> 0;
}
/** Reads the varint behind a tag. One that is a length must not be beyond all bounds. */
export function varintAt(tag, pos) {
    const value = readVarint(pos);
    if ((tag & 2) !== 0 && (high !== 0 || value < 0))
        fail('truncated', pos);
    return value;
}
/** Refuses a field that goes past the end of its message, or has no number; `pos` is where its content starts. */
export function refuseField(tag, pos) {
    return fail(tag < 8 ? 'invalid-tag' : 'truncated', pos);
}
/** Goes into a message or group at an offset; returns it. `leave` follows behind its last field. */
export function enter(pos) {
    if (--depth < 0)
        fail('too-deep', pos);
    return pos;
}
export function leave() {
    depth++;
}
/** Finds the end of a group: returns the offset behind its end tag, leaves where that starts in `position`. */
function groupEnd(tag, pos, end) {
    enter(pos);
    while (pos < end) {
        const start = pos;
        const next = tagAt(pos);
        if (position > end)
            fail('truncated', end);
        pos = position;
        if ((next & 7) === 4) {
            if (next !== tag + 1)
                fail('unmatched-group', start);
            leave();
            position = start;
            return pos;
        }
        pos = skip(next, pos, end);
    }
    return fail('truncated', end);
}
/** Steps over the value of a field; returns the offset behind it. Of a group, it leaves where its end tag starts. */
export function skip(tag, pos, end) {
    switch (tag & 7) {
        case 0:
        case 2: {
            const value = varintAt(tag, pos);
            pos = (tag & 2) === 0 ? position : position + value;
            break;
        }
        case 1:
            pos += 8;
            break;
        case 3:
            return groupEnd(tag, pos, end);
        case 5:
            pos += 4;
            break;
        default:
            fail((tag & 7) === 4 ? 'unmatched-group' : 'invalid-tag', pos);
    }
    if (pos > end || tag < 8)
        refuseField(tag, pos);
    return pos;
}
/** Adds a field that the schema does not know, as it stands in the input, to the unknown fields. */
export function keepUnknown(message, start, stop) {
    keepRecord(message, input.slice(start, stop));
}
/** As `keepUnknown`, for a number that a closed enum does not know. */
export function keepEnum(message, tag, value) {
    const record = [];
    pushVarint(record, tag, 0);
    pushVarint(record, value, value >> 31);
    keepRecord(message, Uint8Array.from(record));
}
function keepRecord(message, record) {
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
    let byte = input[(pos += 4)];
    high = (byte & 127) >> 4;
    const low = squeeze(word) | (byte << 28);
    for (let shift = 3; byte > 127; shift += 7) {
        if (shift > 31)
            fail('varint-too-long', pos);
        byte = input[++pos];
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
export function safeInteger(low, upper, offset) {
    const value = upper * 4294967296 + (low >>> 0);
    if (!Number.isSafeInteger(value))
        fail('unsafe-integer', offset ?? position);
    return value;
}
//# sourceMappingURL=input.js.map
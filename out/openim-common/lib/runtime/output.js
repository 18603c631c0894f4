/**
 * The buffer that messages are encoded into. Writers take the offset to write at and return the offset behind what they
 * wrote. They do not check for room: a write past the end of a typed array is ignored, so a message that did not fit is
 * recognised by its length, and written once more into a larger buffer.
 *
 * Small results are cut from a shared slab of 8 kB, as those of Node's own `Buffer.from` are; one that is kept keeps that
 * slab. Results beyond a quarter of it are copies of just their size, and very large ones fill most of a buffer of their own.
 */
import { EncodeError } from './errors.js';
import { locate } from './locate.js';
/** Bytes of a slab. */
const slabSize = 8192;
/** Largest result that is cut from a slab, in bytes. */
const maxShared = slabSize / 4;
/** Largest buffer that is kept for the next message, in bytes. */
const maxKept = 1 << 20;
/** Where writers write. */
export let buffer = /* @__PURE__ */ new Uint8Array(0);
/** The same as a view. */
export let bufferView;
/** The memory of both: asking an array for it takes longer than writing a small message. */
let memory;
/** For results that are cut from it, and its first free byte. */
let slab;
let used = 0;
/** For results that are copied. */
let large;
/** Where the next result starts, and how many bytes may follow; no room means that a choice has to be made. */
let start = 0;
let room = 0;
/** Bytes of the result before: the best guess at those of the next. */
let expected = 0;
/** A message is being written. A getter in it may encode another one. */
let busy = false;
let depth = 0;
let settings;
/**
 * Encodes a message with its `writeX`.
 *
 * @throws {EncodeError} When a value has no encoding; names its path.
 */
export function encode(write, message, options) {
    if (busy)
        return encodeWithin(write, message, options);
    busy = true;
    try {
        depth = 0;
        settings = options;
        if (room <= expected)
            provide(expected);
        let end = write(start, message);
        while (end > buffer.length) {
            provide(end - start);
            end = write(start, message);
        }
        expected = end - start;
        // A large one that was made for it, and is mostly filled.
        if (room === 0 && large === undefined && expected * 2 > buffer.length)
            return buffer.subarray(start, end);
        if (room === 0 || expected > maxShared)
            return buffer.slice(start, end);
        const result = new Uint8Array(memory, start, expected);
        start = used = end;
        room -= expected;
        return result;
    }
    catch (error) {
        depth = 0;
        throw locate(error, write, message);
    }
    finally {
        busy = false;
    }
}
/** Encodes while another message is half written: with memory of its own. */
function encodeWithin(write, message, options) {
    const outer = [buffer, bufferView, memory, slab, used, large, start, room, depth, settings];
    slab = large = undefined;
    room = 0;
    busy = false;
    try {
        return encode(write, message, options);
    }
    finally {
        [buffer, bufferView, memory, slab, used, large, start, room, depth, settings] = outer;
        busy = true;
    }
}
/** Makes room for a result of about so many bytes. */
function provide(size) {
    depth = 0;
    start = room = 0;
    if (size > maxShared) {
        let length = slabSize;
        while (length < size)
            length *= 2;
        // One that is not kept is the result's own.
        if (length > maxKept)
            length = size;
        if (large === undefined || large.length < size)
            large = new Uint8Array(length);
        memory = large.buffer;
        buffer = large;
        if (length > maxKept)
            large = undefined;
    }
    else {
        if (slab === undefined || slabSize - used <= size) {
            slab = new Uint8Array(slabSize);
            used = 0;
        }
        memory = slab.buffer;
        buffer = slab;
        start = used;
        room = slabSize - used;
    }
    bufferView = new DataView(memory);
}
/** Throws an `EncodeError`; `encode` adds the path. Of a value that is no number only the type is told. */
export function refuse(expectation, value) {
    const found = typeof value === 'number' || typeof value === 'bigint' ? value : typeof value;
    throw new EncodeError('not-encodable', `expected ${expectation}, found ${found}`);
}
/** Writes the low 32 bits of a varint: a tag or a length. */
export function writeVarint(pos, value) {
    const out = buffer;
    while (value > 127) {
        out[pos++] = (value & 127) | 128;
        value >>>= 7;
    }
    out[pos] = value;
    return pos + 1;
}
/** Writes a varint of up to ten bytes from its lower and upper 32 bits. */
export function writeVarint64(pos, low, high) {
    const out = buffer;
    while (high !== 0) {
        out[pos++] = (low & 127) | 128;
        low = (low >>> 7) | (high << 25);
        high >>>= 7;
    }
    return writeVarint(pos, low >>> 0);
}
/** Writes a message inside the one at hand, with its tag. */
export function putMessage(pos, tag, message, write) {
    const start = openGroup(pos, tag, message) + 1;
    const end = write(start, message);
    depth--;
    return closeEntry(start, end);
}
/**
 * Writes the tag of a map entry or a packed list, and leaves a byte for its length, which is only known behind it. Returns
 * where it starts, for `closeEntry`.
 */
export function openEntry(pos, tag) {
    return writeVarint(pos, tag) + 1;
}
export function closeEntry(start, pos) {
    return writeLength(start, 1, pos);
}
/** Writes the length of what lies between `start` and `pos` into the `width` bytes before it; moves it if they do not fit. */
export function writeLength(start, width, pos) {
    const length = pos - start;
    if (width === 1 && length < 128) {
        buffer[start - 1] = length;
        return pos;
    }
    const moved = sizeOfLength(length) - width;
    if (moved !== 0)
        buffer.copyWithin(start + moved, start, pos);
    writeVarint(start - width, length);
    return pos + moved;
}
/** Bytes that a length takes: seven bits each. */
export function sizeOfLength(length) {
    return ((38 - Math.clz32(length | 1)) / 7) | 0;
}
/** Writes a group: its start tag was written with `openGroup`. */
export function openGroup(pos, tag, message) {
    if (typeof message !== 'object' || message === null)
        refuse('a message', message);
    if (++depth > (settings?.maxDepth ?? 100))
        throw new EncodeError('too-deep', `nested more than ${depth - 1} deep`);
    return writeVarint(pos, tag);
}
export function closeGroup(pos, tag) {
    depth--;
    return writeVarint(pos, tag);
}
/** Is there anything to write? A list must be an array. */
export function isFilled(list) {
    if (!Array.isArray(list))
        refuse('an array', list);
    return list.length !== 0;
}
/** Keys of a map in the order of insertion, unless told otherwise. */
export function keysOf(map, integers = false) {
    if (typeof map !== 'object' || map === null || Array.isArray(map))
        refuse('an object', map);
    const keys = Object.keys(map);
    return settings?.mapKeys?.(keys, integers) ?? keys;
}
/** Refuses a oneof of no case that the schema has. It is there; TypeScript does not see that where there is but one case. */
export function refuseCase(oneof) {
    throw new EncodeError('not-encodable', `the oneof has no case ${JSON.stringify(oneof?.case)}`);
}
/** Copies bytes as they are. */
export function writeRaw(pos, raw) {
    const end = pos + raw.length;
    if (end <= buffer.length)
        buffer.set(raw, pos);
    return end;
}
/** Writes unknown fields back as they were read. */
export function writeUnknown(pos, unknown) {
    if (unknown === undefined)
        return pos;
    for (const record of unknown)
        pos = writeRaw(pos, record);
    return pos;
}
//# sourceMappingURL=output.js.map
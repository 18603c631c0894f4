/** Reads scalars of a fixed width, and varints of up to 32 bits. Source: the encoding guide, "More Integer Types". */
import { bytes, high, moveTo, readVarint, view } from './input.js';
/** An int32 or an enum: the lower 32 bits of a varint. */
export function readInt32(pos) {
    const first = bytes[pos];
    if (first > 127)
        return readVarint(pos);
    moveTo(pos + 1);
    return first;
}
export function readUint32(pos) {
    return readInt32(pos) >>> 0;
}
/** Zigzag: the lowest bit is the sign. */
export function readSint32(pos) {
    const value = readInt32(pos);
    return (value >>> 1) ^ -(value & 1);
}
/** True for any varint but zero, whatever its length. */
export function readBool(pos) {
    const first = bytes[pos];
    if (first > 127)
        return (readVarint(pos) | high) !== 0;
    moveTo(pos + 1);
    return first !== 0;
}
export function readFixed32(pos) {
    moveTo(pos + 4);
    return view.getUint32(pos, true);
}
export function readSfixed32(pos) {
    moveTo(pos + 4);
    return view.getInt32(pos, true);
}
export function readFloat(pos) {
    moveTo(pos + 4);
    return view.getFloat32(pos, true);
}
export function readDouble(pos) {
    moveTo(pos + 8);
    return view.getFloat64(pos, true);
}
//# sourceMappingURL=read-scalar.js.map
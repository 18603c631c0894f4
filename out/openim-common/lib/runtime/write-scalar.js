/** Writes scalars but strings, bytes and 64-bit integers. Source: the encoding guide, "More Integer Types". */
import { buffer, bufferView, refuse, writeVarint, writeVarint64 } from './output.js';
/** An int32 or an enum. Negative ones take ten bytes, as if they were an int64. */
export function writeInt32(pos, value) {
    if ((value | 0) !== value)
        refuse('a 32-bit integer', value);
    return value < 0 ? writeVarint64(pos, value, -1) : writeVarint(pos, value);
}
export function writeUint32(pos, value) {
    if (value >>> 0 !== value)
        refuse('an unsigned 32-bit integer', value);
    return writeVarint(pos, value);
}
/** Zigzag: the lowest bit is the sign. */
export function writeSint32(pos, value) {
    if ((value | 0) !== value)
        refuse('a 32-bit integer', value);
    return writeVarint(pos, ((value << 1) ^ (value >> 31)) >>> 0);
}
export function writeBool(pos, value) {
    if (typeof value !== 'boolean')
        refuse('a boolean', value);
    buffer[pos] = value ? 1 : 0;
    return pos + 1;
}
export function writeFixed32(pos, value) {
    if (value >>> 0 !== value)
        refuse('an unsigned 32-bit integer', value);
    return writeWord(pos, value);
}
export function writeSfixed32(pos, value) {
    if ((value | 0) !== value)
        refuse('a 32-bit integer', value);
    return writeWord(pos, value);
}
/** A number that a float cannot hold is rounded, as in every language; one beyond its range becomes infinite. */
export function writeFloat(pos, value) {
    if (typeof value !== 'number')
        refuse('a number', value);
    if (pos + 4 <= buffer.length)
        bufferView.setFloat32(pos, value, true);
    return pos + 4;
}
export function writeDouble(pos, value) {
    if (typeof value !== 'number')
        refuse('a number', value);
    if (pos + 8 <= buffer.length)
        bufferView.setFloat64(pos, value, true);
    return pos + 8;
}
function writeWord(pos, value) {
    if (pos + 4 <= buffer.length)
        bufferView.setInt32(pos, value, true);
    return pos + 4;
}
//# sourceMappingURL=write-scalar.js.map
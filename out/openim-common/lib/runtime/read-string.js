/**
 * Reads strings. A native call per string costs more than most strings do, so a stretch of the input is turned into text
 * at once, as Latin-1, and strings of ASCII are cut out of it. Such a cut keeps the stretch alive: at most `stretch` bytes
 * of its own message.
 */
import { fail, input, moveText, source, text, textEnd, textStart, view } from './input.js';
import { nodeBuffer } from './node-buffer.js';
/** Bytes turned into text at once. */
const stretch = 2048;
const strict = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loose = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });
/** A stretch on its way. Words are in the order of the platform, which is little-endian everywhere. */
const asciiWords = /* @__PURE__ */ new Int32Array(stretch / 4);
const ascii = /* @__PURE__ */ new Uint8Array(asciiWords.buffer);
/** UTF-16 units of a string on its way. */
const units = /* @__PURE__ */ new Uint16Array(4096);
const unitBytes = /* @__PURE__ */ new Uint8Array(units.buffer);
/** A string that must be UTF-8. */
export function readString(start, stop) {
    return readAscii(start, stop) ?? readUtf8(start, stop);
}
/** A string whose ill-formed parts become U+FFFD: proto2, and where `utf8_validation` is `NONE`. */
export function readLooseString(start, stop) {
    return readAscii(start, stop) ?? loose.decode(input.subarray(start, stop));
}
/** A string of ASCII; undefined for any other. Looks at four bytes at a time; the last four overlap those before. */
function readAscii(start, stop) {
    let bits = 0;
    if (stop - start < 4)
        for (let i = start; i < stop; i++)
            bits |= input[i];
    else {
        const last = stop - 4;
        bits = view.getInt32(last, true);
        for (let i = start; i < last; i += 4)
            bits |= view.getInt32(i, true);
    }
    if ((bits & 0x80808080) !== 0)
        return undefined;
    if (stop > textEnd)
        takeText(start, Math.max(stop, Math.min(start + stretch, source.length)));
    return text.substring(start - textStart, stop - textStart);
}
function takeText(start, stop) {
    moveText(start, stop, nodeBuffer === undefined ? asciiText(start, stop) : nodeBuffer.latin1Slice.call(input, start, stop));
}
/**
 * The same without Buffer: decoders know no true Latin-1, only Windows-1252, which makes wide strings of it. So all bytes
 * are made ASCII first: of those that are not, nothing is cut.
 */
function asciiText(start, stop) {
    // Longer ones are a single string, and ASCII as they are.
    if (stop - start > stretch)
        return strict.decode(input.subarray(start, stop));
    for (let i = start; i < stop; i += 4)
        asciiWords[(i - start) >> 2] = view.getInt32(i, true) & 0x7f7f7f7f;
    return strict.decode(ascii.subarray(0, stop - start));
}
/**
 * Strict UTF-8. Native decoders take their time over text that is not ASCII, so text of ordinary length is decoded here.
 * Source: RFC 3629, section 4; surrogates, overlong forms and what lies beyond U+10FFFF are ill-formed.
 */
function readUtf8(start, stop) {
    if (stop - start > (nodeBuffer === undefined ? 48 : 4096))
        return decodeLong(start, stop);
    const bytes = input;
    let count = 0;
    let pos = start;
    while (pos < stop) {
        const lead = bytes[pos++];
        let unit = lead;
        if (lead > 127) {
            // A continuation byte has the bits 10 on top: with the first of them flipped, what is above 63 is none.
            let wrong = bytes[pos++] ^ 128;
            unit = ((lead & 31) << 6) | wrong;
            if (lead < 0xc2)
                wrong = 64;
            else if (lead > 0xdf) {
                const third = bytes[pos++] ^ 128;
                wrong |= third;
                unit = ((unit & 1023) << 6) | third;
                if (lead < 0xf0) {
                    if (unit < 0x800 || (unit & 0xf800) === 0xd800)
                        wrong = 64;
                }
                else {
                    const fourth = bytes[pos++] ^ 128;
                    wrong |= fourth;
                    unit = (((lead & 15) << 18) | ((unit & 4095) << 6) | fourth) - 0x10000;
                    if (unit < 0 || unit > 0xfffff)
                        wrong = 64;
                    units[count++] = 0xd800 | (unit >> 10);
                    unit = 0xdc00 | (unit & 1023);
                }
            }
            if (wrong > 63 || pos > stop)
                fail('invalid-utf-8', start);
        }
        units[count++] = unit;
    }
    return count > 16 ? longText(start, stop, count) : shortText().substring(0, count);
}
/** The first 16 units: one call with so many arguments is faster than any other way to make a short string. */
function shortText() {
    const u = units;
    // prettier-ignore
    return String.fromCharCode(u[0], u[1], u[2], u[3], u[4], u[5], u[6], u[7], u[8], u[9], u[10], u[11], u[12], u[13], u[14], u[15]);
}
function longText(start, stop, count) {
    return nodeBuffer === undefined ? decodeLong(start, stop) : nodeBuffer.ucs2Slice.call(unitBytes, 0, 2 * count);
}
function decodeLong(start, stop) {
    try {
        return strict.decode(input.subarray(start, stop));
    }
    catch {
        return fail('invalid-utf-8', start);
    }
}
//# sourceMappingURL=read-string.js.map
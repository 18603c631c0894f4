/**
 * JSON of testees without loss: what a line says is what is judged, digit for digit. Only messages that carry a JSON
 * value in place are read the slow way; bytes and texts stand in strings, which JSON.parse keeps as they are.
 */
const { parse, stringify } = await import('lossless-json');

/** Numbers that a double may not hold, or may print otherwise: 16 digits, an exponent, or a fraction. */
const delicate = /\d{16}|\d[eE.][+\-\d]|-0/;

/** A JSON value in place, as `{"json": ...}`. */
const inPlace = /"json"\s*:/;

/** @throws SyntaxError - When the text is not JSON. RangeError - When it nests too deeply. */
export function parseMessage(text: string): unknown {
  return inPlace.test(text) && delicate.test(text) ? parse(text) : JSON.parse(text);
}

/** @returns JSON text; undefined for what JSON cannot hold. A bigint becomes its digits. */
export function exactJson(value: unknown): string | undefined {
  try {
    return stringify(value);
  } catch {
    return undefined;
  }
}

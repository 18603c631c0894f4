/** Values of literal tokens. Rules: protobuf.dev/reference/protobuf/proto3-spec#literals. */
import type { Token } from './token.ts';

/** Value of an integer token in any base; undefined for one that the scanner has reported as malformed. */
export function integerValue(text: string): bigint | undefined {
  if (/^0[xX]$/.test(text) || /^0[0-9]*[89]/.test(text)) return undefined;
  if (/^0[xX]/.test(text)) return BigInt(text);
  if (/^0[0-7]+$/.test(text)) return BigInt(`0o${text.slice(1)}`);
  return BigInt(text);
}

export interface StringValue {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Index and text of escapes that the language does not know. */
  readonly faults: readonly { readonly index: number; readonly text: string }[];
}

const simple: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
  ['\\', 92],
  ["'", 39],
  ['"', 34],
  ['?', 63],
]);
const escape = /\\(?:[xX]([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([^]))/g;

/** A string literal is a sequence of bytes: `\xNN` and octal escapes are bytes, everything else is UTF-8. */
export function stringValue(token: Token): StringValue {
  const quote = token.text[0]!;
  const closed = token.text.length > 1 && token.text.endsWith(quote);
  const inner = token.text.slice(1, closed ? -1 : undefined);
  const faults: { index: number; text: string }[] = [];
  if (!inner.includes('\\')) return { text: inner, bytes: new TextEncoder().encode(inner), faults };
  const chunks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let from = 0;
  // `\ud83d\ude00`: two escapes that make one character are joined before they are encoded.
  let high = '';
  for (const match of inner.matchAll(escape)) {
    if (match.index > from) chunks.push(encoder.encode(high + inner.slice(from, match.index)));
    else if (high !== '' && match[2] === undefined) chunks.push(encoder.encode(high));
    if (match.index > from || match[2] === undefined) high = '';
    from = match.index + match[0].length;
    const [, hex, unicode, wide, octal, letter] = match;
    if (hex !== undefined) chunks.push(Uint8Array.of(Number.parseInt(hex, 16)));
    else if (octal !== undefined) chunks.push(Uint8Array.of(Number.parseInt(octal, 8) & 0xff));
    else if (unicode !== undefined) {
      const text = high + String.fromCharCode(Number.parseInt(unicode, 16));
      high = /^[\ud800-\udbff]$/.test(text) ? text : '';
      if (high === '') chunks.push(encoder.encode(text));
    } else if (wide !== undefined && Number.parseInt(wide, 16) <= 0x10ffff) {
      chunks.push(encoder.encode(String.fromCodePoint(Number.parseInt(wide, 16))));
    } else if (letter !== undefined && simple.has(letter)) chunks.push(Uint8Array.of(simple.get(letter)!));
    else faults.push({ index: match.index + 1, text: match[0] });
  }
  chunks.push(encoder.encode(high + inner.slice(from)));
  const bytes = join(chunks);
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), bytes, faults };
}

/** Joins byte strings. */
export function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

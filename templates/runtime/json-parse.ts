/** JSON text in, value out, without ever rounding an integer: those beyond 2^53 come as bigint. */
import { JsonError } from './errors.ts';
import { setOwn } from './own.ts';

/** Arrays and objects inside one another that a document may have, unless told otherwise. As protobuf parsers do. */
export const maxJsonDepth = 100;

/** Longest number that is read, in characters: no double needs more than 1,100, and longer ones only cost time. */
const maxNumberLength = 2000;

/**
 * An integer that `JSON.parse` might round: sixteen digits before any point, or an exponent that is not negative. Numbers
 * follow `[`, `:`, `,`, white space or the start, so digits in strings are seldom taken for one; then only time is lost.
 */
const mayRound = /(?:^|[[:,\s])-?(?:\d{16}|\d[\d.]*[eE]\+?\d)/;

/**
 * Parses JSON as `JSON.parse` does, except that an integer which a double cannot hold safely becomes a bigint: one
 * written as an integer, or one of at most 64 bits written with fraction or exponent (`9007199254740993.0`).
 * A key `__proto__` becomes an ordinary own property.
 *
 * @throws {JsonError} `syntax` when the text is not JSON; `too-deep` beyond `maxDepth`.
 */
export function parseJson(text: string, maxDepth: number = maxJsonDepth): unknown {
  return mayRound.test(text) ? parseExactJson(text, maxDepth) : parsePlainJson(text);
}

/**
 * `JSON.parse` with our error. Depth is not checked: its parser keeps no stack of calls, and readers bound it.
 *
 * @throws {JsonError} `syntax`.
 */
export function parsePlainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JsonError('syntax', `not JSON: ${(error as Error).message}`);
  }
}

/** As `parseJson`, always with the exact parser. */
export function parseExactJson(text: string, maxDepth: number = maxJsonDepth): unknown {
  return new Parser(text, maxDepth).document();
}

const space = /[ \t\n\r]*/y;
const word = /true|false|null/y;
const numeral = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;

/** Recursive descent over the grammar of RFC 8259. What stands between quotes is left to `JSON.parse`. */
class Parser {
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  document(): unknown {
    this.#take(space);
    const value = this.#value(0);
    this.#take(space);
    if (this.#at < this.#text.length) this.#fail();
    return value;
  }

  #value(depth: number): unknown {
    if (depth > this.#maxDepth) throw new JsonError('too-deep', `nested more than ${this.#maxDepth} deep`);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case 't':
      case 'f':
      case 'n':
        return JSON.parse(this.#take(word)[0]);
      default:
        return this.#number();
    }
  }

  #object(depth: number): object {
    const object: Record<string, unknown> = {};
    for (let more = this.#open('}'); more; more = this.#next('}')) {
      const key = this.#string();
      this.#take(space);
      if (this.#text[this.#at] !== ':') this.#fail();
      this.#at++;
      this.#take(space);
      setOwn(object, key, this.#value(depth + 1));
    }
    return object;
  }

  #array(depth: number): unknown[] {
    const array: unknown[] = [];
    for (let more = this.#open(']'); more; more = this.#next(']')) array.push(this.#value(depth + 1));
    return array;
  }

  /** Steps over an opening bracket; is there a first member? */
  #open(close: string): boolean {
    this.#at++;
    this.#take(space);
    if (this.#text[this.#at] !== close) return true;
    this.#at++;
    return false;
  }

  /** Steps over what follows a member; is there another? */
  #next(close: string): boolean {
    this.#take(space);
    const char = this.#text[this.#at];
    if (char !== close && char !== ',') this.#fail();
    this.#at++;
    if (char === ',') this.#take(space);
    return char === ',';
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at;
    if (text[start] !== '"') this.#fail();
    let end = start;
    do end = text.indexOf('"', end + 1);
    while (end !== -1 && isEscaped(text, end));
    if (end === -1) this.#fail();
    this.#at = end + 1;
    return parsePlainJson(text.slice(start, this.#at)) as string;
  }

  #number(): number | bigint {
    const [literal, fraction, exponent] = this.#take(numeral);
    if (literal.length > maxNumberLength) throw new JsonError('number-too-long', 'a number of too many digits');
    const value = Number(literal);
    if (fraction === undefined && exponent === undefined) return Number.isSafeInteger(value) ? value : BigInt(literal);
    return Math.abs(value) < 2 ** 53 || Math.abs(value) > 2 ** 64 ? value : (decimalInteger(literal) ?? value);
  }

  /** Takes what the sticky pattern matches here. */
  #take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) this.#fail();
    this.#at = pattern.lastIndex;
    return match;
  }

  #fail(): never {
    const found = this.#at < this.#text.length ? JSON.stringify(this.#text[this.#at]) : 'the end';
    throw new JsonError('syntax', `not JSON: unexpected ${found} at position ${this.#at}`);
  }
}

/** Does an odd number of backslashes stand before the quote? */
function isEscaped(text: string, quote: number): boolean {
  let first = quote;
  while (text[first - 1] === '\\') first--;
  return (quote - first) % 2 === 1;
}

/**
 * The exact value of a decimal numeral such as `1.5e3`, when it is an integer of at most 20 digits; undefined when it
 * is not.
 */
export function decimalInteger(numeral: string): bigint | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(numeral) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  // Powers of ten left over once all significant digits stand before the point; negative: there is a fraction.
  const scale = Number(exponent) - fraction.length + digits.length - significant.length;
  if (whole === '') return undefined;
  if (significant === '') return 0n;
  if (scale < 0 || significant.length + scale > 20) return undefined;
  return BigInt(`${sign}${significant}${'0'.repeat(scale)}`);
}

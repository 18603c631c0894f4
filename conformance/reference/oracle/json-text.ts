/** Takes JSON text, gives its value with every integer exact: bigint beyond 2^53. Strict as RFC 8259; names must be unique. */

/** Numbers are `bigint` where they are integer literals that a double would not hold exactly. Objects have no prototype. */
export type ExactJson =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly ExactJson[]
  | { readonly [name: string]: ExactJson };

/** Levels of arrays and objects that are followed; what a testee answers is never legitimately deeper. */
const maxDepth = 1000;

const whitespace = /[ \t\r\n]*/y;
const numberLiteral = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
// oxlint-disable-next-line no-control-regex -- RFC 8259 section 7: control characters must be escaped
const stringLiteral = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;

/** @throws SyntaxError for text that is not JSON, or an object that gives a name twice. */
export function parseExact(text: string): ExactJson {
  const parser = new Parser(text);
  const value = parser.value(0);
  parser.end();
  return value;
}

class Parser {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): ExactJson {
    if (depth > maxDepth) throw new SyntaxError('The text is nested too deeply.');
    this.space();
    const c = this.text.charCodeAt(this.position);
    if (c === 0x22) return this.string();
    if (c === 0x7b) return this.object(depth);
    if (c === 0x5b) return this.array(depth);
    for (const [word, value] of words)
      if (this.text.startsWith(word, this.position)) return this.skip(word.length, value);
    return this.number();
  }

  end(): void {
    this.space();
    if (this.position < this.text.length) this.fail();
  }

  private object(depth: number): ExactJson {
    const result = Object.create(null) as Record<string, ExactJson>;
    this.position++;
    if (this.take('}')) return result;
    for (;;) {
      this.space();
      const name = this.string();
      if (name in result) throw new SyntaxError(`The name ${JSON.stringify(name)} is given twice.`);
      if (!this.take(':')) this.fail();
      result[name] = this.value(depth + 1);
      if (this.take('}')) return result;
      if (!this.take(',')) this.fail();
    }
  }

  private array(depth: number): ExactJson {
    const result: ExactJson[] = [];
    this.position++;
    if (this.take(']')) return result;
    for (;;) {
      result.push(this.value(depth + 1));
      if (this.take(']')) return result;
      if (!this.take(',')) this.fail();
    }
  }

  private string(): string {
    const literal = this.match(stringLiteral)[0];
    return literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
  }

  private number(): number | bigint {
    const [literal, fraction, exponent] = this.match(numberLiteral);
    const value = Number(literal);
    if (fraction !== undefined || exponent !== undefined || Number.isSafeInteger(value)) return value;
    return BigInt(literal);
  }

  private match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found === null) return this.fail();
    this.position = pattern.lastIndex;
    return found;
  }

  private take(character: string): boolean {
    this.space();
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  private skip<T>(length: number, value: T): T {
    this.position += length;
    return value;
  }

  private space(): void {
    whitespace.lastIndex = this.position;
    whitespace.test(this.text);
    this.position = whitespace.lastIndex;
  }

  private fail(): never {
    throw new SyntaxError(`The text is not JSON at character ${this.position}.`);
  }
}

const words = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/** Are two numbers equal by value, whichever of the two types they have? */
export function sameNumber(a: number | bigint, b: number | bigint): boolean {
  // oxlint-disable-next-line eqeqeq -- the mixed comparison of number and bigint is exact, by value
  return typeof a === typeof b ? Object.is(a, b) : a == b;
}

/** Are two JSON values equal: order of names free, numbers by value? */
export function sameJson(a: ExactJson | undefined, b: ExactJson | undefined): boolean {
  if (isNumber(a) && isNumber(b)) return sameNumber(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  }
  const [x, y] = [a as JsonObject, b as JsonObject];
  const names = Object.keys(x);
  return (
    names.length === Object.keys(y).length &&
    names.every((name) => Object.hasOwn(y, name) && sameJson(x[name], y[name]))
  );
}

export type JsonObject = { readonly [name: string]: ExactJson };

export const isNumber = (value: ExactJson | undefined): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

export const isObject = (value: ExactJson | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Prints a value; negative zero keeps its sign, bigints are number literals. */
export function printExact(value: ExactJson): string {
  if (typeof value === 'bigint') return value.toString();
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map(printExact).join(',')}]`;
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([name, item]) => `${JSON.stringify(name)}:${printExact(item)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

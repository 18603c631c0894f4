/** Reads strict JSON (RFC 8259) into a tree with offsets. Stops at the first syntax error, as any JSON reader must. */
import { exactInteger, isRefusedKey, maxDepth } from './node.ts';
import type { DocumentMember, DocumentNode, ParsedText, TextFault } from './node.ts';

export function parseJsonText(text: string): ParsedText {
  const parser = new JsonText(text);
  try {
    return { root: parser.document(), faults: parser.faults };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { root: undefined, faults: [...parser.faults, error.fault] };
  }
}

/** Leaves the recursion at the first fault after which nothing can be read. */
class Stop extends Error {
  readonly fault: TextFault;
  constructor(fault: TextFault) {
    super(fault.what);
    this.fault = fault;
  }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /true|false|null/y;
/** RFC 8259 section 7: anything but quote, backslash and controls, or one of the escapes. */
// eslint-disable-next-line no-control-regex
const stringPattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class JsonText {
  readonly faults: TextFault[] = [];
  readonly #string = new RegExp(stringPattern);
  readonly #word = new RegExp(wordPattern);
  readonly #digits = new RegExp(numberPattern);
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    if (text.startsWith('\ufeff')) this.#at = 1;
  }

  document(): DocumentNode {
    const root = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#stop('text after the end of the value');
    return root;
  }

  #value(depth: number): DocumentNode {
    this.#space();
    if (depth > maxDepth) this.#stop(`nesting deeper than ${maxDepth} levels`, 'limit');
    const start = this.#at;
    const first = this.#text[start];
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    const token = (first === '"' ? this.#match(this.#string) : undefined) ?? this.#match(this.#word);
    if (token !== undefined) return leaf(JSON.parse(token), start, this.#at);
    const digits = this.#match(this.#digits);
    if (digits === undefined) this.#stop(first === undefined ? 'the text ends too early' : 'expected a JSON value');
    return leaf(this.#number(digits, start), start, this.#at);
  }

  #number(digits: string, start: number): number | bigint {
    if (/^-?\d+$/.test(digits) && digits !== '-0') return exactInteger(digits);
    const value = Number(digits);
    if (Number.isFinite(value)) return value;
    this.faults.push({ kind: 'not-json', what: `${digits} is beyond a double`, start, end: this.#at });
    return 0;
  }

  #object(depth: number): DocumentNode {
    const start = this.#at++;
    const members = new Map<string, DocumentMember>();
    const value: Record<string, unknown> = {};
    this.#space();
    if (!this.#take('}')) {
      do this.#member(depth, members, value);
      while (this.#comma('}'));
    }
    return { value, start, end: this.#at, members, items: undefined };
  }

  #member(depth: number, members: Map<string, DocumentMember>, value: Record<string, unknown>): void {
    this.#space();
    const keyStart = this.#at;
    const token = this.#match(this.#string);
    if (token === undefined) this.#stop('expected a key in double quotes');
    const key = JSON.parse(token) as string;
    const keyEnd = this.#at;
    this.#space();
    if (!this.#take(':')) this.#stop('expected ":"');
    const node = this.#value(depth + 1);
    const known = members.get(key);
    if (isRefusedKey(key)) {
      this.faults.push({ kind: 'refused-key', what: key, start: keyStart, end: keyEnd });
    } else if (known === undefined) {
      members.set(key, { keyStart, keyEnd, node });
      value[key] = node.value;
    } else {
      const first = { start: known.keyStart, end: known.keyEnd };
      this.faults.push({ kind: 'duplicate-key', what: key, start: keyStart, end: keyEnd, first });
    }
  }

  #array(depth: number): DocumentNode {
    const start = this.#at++;
    const items: DocumentNode[] = [];
    this.#space();
    if (!this.#take(']')) {
      do items.push(this.#value(depth + 1));
      while (this.#comma(']'));
    }
    return { value: items.map((item) => item.value), start, end: this.#at, members: undefined, items };
  }

  /** True after a comma, false after the closing bracket. */
  #comma(close: string): boolean {
    this.#space();
    if (this.#take(',')) return true;
    if (this.#take(close)) return false;
    return this.#stop(`expected "," or "${close}"`);
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #space(): void {
    while (' \t\n\r'.includes(this.#text[this.#at] ?? '!')) this.#at++;
  }

  #stop(what: string, kind: TextFault['kind'] = 'syntax'): never {
    throw new Stop({ kind, what, start: this.#at, end: Math.min(this.#at + 1, this.#text.length) });
  }
}

function leaf(value: unknown, start: number, end: number): DocumentNode {
  return { value, start, end, members: undefined, items: undefined };
}

/** Reads a type of JSDoc or Closure (jsdoc.app/tags-type) and says it in the language of event specs. */

export interface ReadType {
  /** A type of an event spec, in short form. */
  readonly text: string;
  readonly isNullable: boolean;
  /** `T=`, or `undefined` among the alternatives. */
  readonly isOptional: boolean;
  /** Names that no document declares; `json` stands for them. */
  readonly unknown: readonly string[];
  /** Whether the words of the document are a type of this format as they stand, so that nothing else need be recorded. */
  readonly isVerbatim: boolean;
  /** Fields of a record type `{a: string}`; its text is `object`. */
  readonly record: readonly { readonly name: string; readonly type: string }[] | undefined;
}

/** Words for types, and what they are in an event spec. */
const words: Readonly<Record<string, string>> = {
  string: 'string',
  String: 'string',
  number: 'number',
  Number: 'number',
  int: 'number',
  integer: 'number',
  float: 'float',
  double: 'double',
  boolean: 'bool',
  Boolean: 'bool',
  bool: 'bool',
  object: 'object',
  Object: 'object',
  '*': 'json',
  any: 'json',
  mixed: 'json',
  unknown: 'json',
  bigint: 'int64',
  BigInt: 'int64',
  int32: 'int32',
  int64: 'int64',
  uint32: 'uint32',
  uint64: 'uint64',
  bytes: 'bytes',
  Array: 'list<json>',
  array: 'list<json>',
};

/** Words that change nothing between the two languages. */
const silent = new Set(['string', 'number', 'boolean', 'object', 'int64', 'int32', 'undefined']);

/** Levels that a type may nest. */
const maxDepth = 40;

/**
 * @param known - Whether a name is that of a type which some document declares; gives the name that the spec has for it.
 * @returns Undefined when the words are no type.
 */
export function readJsdocType(text: string, known: (name: string) => string | undefined): ReadType | undefined {
  if (text.trim() === '') return undefined;
  const reader = new TypeReader(text, known);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof NoType) return undefined;
    throw error;
  }
}

class NoType extends Error {}

class TypeReader {
  readonly #tokens: readonly string[];
  readonly #known: (name: string) => string | undefined;
  readonly #unknown = new Set<string>();
  #at = 0;
  #isNullable = false;
  #isOptional = false;
  #isVerbatim = true;
  #record: { name: string; type: string }[] | undefined;

  constructor(text: string, known: (name: string) => string | undefined) {
    this.#tokens =
      text.match(
        /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|[\p{L}_$][\p{L}\p{N}_$]*(?:[~#/:-][\p{L}_$][\p{L}\p{N}_$]*)*|\.\.\.|\.<|=>|[^\s]/gu,
      ) ?? [];
    this.#known = known;
  }

  whole(): ReadType {
    const alternatives = this.#alternatives(0, true);
    if (this.#peek() === '=') {
      this.#at++;
      this.#isOptional = true;
    }
    if (this.#at < this.#tokens.length) throw new NoType();
    const text = alternatives.length === 0 ? 'json' : alternatives.join(' | ');
    return {
      text,
      isNullable: this.#isNullable,
      isOptional: this.#isOptional,
      unknown: [...this.#unknown],
      isVerbatim: this.#isVerbatim,
      record: alternatives.length === 1 ? this.#record : undefined,
    };
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new NoType();
  }

  /** `A | B`; at the top, null and undefined are taken off. */
  #alternatives(depth: number, isTop: boolean): string[] {
    if (depth > maxDepth) throw new NoType();
    const found: string[] = [];
    do {
      const one = this.#one(depth);
      if (isTop && one === 'null') this.#isNullable = true;
      else if (isTop && one === 'undefined') this.#isOptional = true;
      else if (!found.includes(one)) found.push(one);
    } while (this.#take('|'));
    return found.includes('json') ? ['json'] : found;
  }

  #union(depth: number): string {
    const found = this.#alternatives(depth, false).filter((each) => each !== 'null' && each !== 'undefined');
    return found.length === 0 ? 'json' : found.join(' | ');
  }

  #one(depth: number): string {
    if (this.#take('?')) this.#isNullable = true;
    this.#take('!');
    const isRest = this.#take('...');
    let type = this.#term(depth);
    while (this.#peek() === '[' && this.#tokens[this.#at + 1] === ']') {
      this.#at += 2;
      this.#isVerbatim = false;
      type = `list<${type}>`;
    }
    return isRest ? `list<${type}>` : type;
  }

  #term(depth: number): string {
    const token = this.#peek();
    if (token === undefined) throw new NoType();
    this.#at++;
    if (token === '(') {
      const inner = this.#union(depth + 1);
      this.#expect(')');
      return inner;
    }
    if (token === '{') return this.#recordType(depth);
    if (token === '[') throw new NoType();
    if (/^["']/.test(token)) return JSON.stringify(token.slice(1, -1));
    if (/^-?\d/.test(token) || token === 'true' || token === 'false') return token;
    if (token === 'null' || token === 'undefined') return token;
    if (token === 'void') return 'undefined';
    if (token === '*') return 'json';
    if (!/^[\p{L}_$]/u.test(token)) throw new NoType();
    return this.#named(token, depth);
  }

  #named(path: string, depth: number): string {
    let name = path;
    while (this.#peek() === '.' && /^[\p{L}_$]/u.test(this.#tokens[this.#at + 1] ?? '')) {
      name = this.#tokens[this.#at + 1]!;
      this.#at += 2;
    }
    name = name.slice(
      Math.max(name.lastIndexOf('~'), name.lastIndexOf('#'), name.lastIndexOf(':'), name.lastIndexOf('/')) + 1,
    );
    const inner = this.#arguments(depth);
    if (inner !== undefined) return this.#generic(name, inner);
    if (/^function$/i.test(name)) {
      if (this.#peek() === '(') this.#skipParentheses();
      if (this.#take(':')) this.#one(depth + 1);
      this.#unknown.add(name);
      return 'json';
    }
    if (Object.hasOwn(words, name)) {
      if (!silent.has(name)) this.#isVerbatim = false;
      return words[name]!;
    }
    const declared = this.#known(name);
    if (declared !== undefined) return declared;
    this.#unknown.add(name);
    return 'json';
  }

  /** `<A, B>` or `.<A, B>`; undefined when there is none. */
  #arguments(depth: number): string[] | undefined {
    if (!this.#take('<') && !this.#take('.<')) return undefined;
    const found: string[] = [];
    do found.push(this.#union(depth + 1));
    while (this.#take(','));
    this.#expect('>');
    return found;
  }

  #generic(name: string, inner: readonly string[]): string {
    this.#isVerbatim = false;
    const [first, second] = inner;
    if (/^(Array|ReadonlyArray|Set|List)$/i.test(name) && inner.length === 1) return `list<${first!}>`;
    if (/^(Object|Record|Map|Dictionary)$/i.test(name) && inner.length <= 2) {
      return inner.length === 1 ? `map<string, ${first!}>` : `map<${mapKey(first!)}, ${second!}>`;
    }
    this.#unknown.add(name);
    return 'json';
  }

  #recordType(depth: number): string {
    const fields: { name: string; type: string }[] = [];
    this.#isVerbatim = false;
    while (!this.#take('}')) {
      const name = this.#peek();
      if (name === undefined) throw new NoType();
      this.#at++;
      const isOptional = this.#take('?');
      let type = 'json';
      if (this.#take(':')) {
        const start = this.#at;
        type = this.#union(depth + 1);
        fields.push({
          name: name.replace(/^["']|["']$/g, ''),
          type: `${this.#tokens.slice(start, this.#at).join(' ')}${isOptional ? '=' : ''}`,
        });
      } else fields.push({ name, type });
      if (!this.#take(',')) this.#take(';');
    }
    this.#record = fields;
    return 'object';
  }

  #skipParentheses(): void {
    let depth = 0;
    do {
      const token = this.#peek();
      if (token === undefined) throw new NoType();
      if (token === '(') depth++;
      if (token === ')') depth--;
      this.#at++;
    } while (depth > 0);
  }
}

/** Keys of JSON objects are strings; a number there is one whose digits are the key. */
const mapKey = (type: string): string =>
  type === 'number' ? 'int64' : type === 'int64' || type === 'int32' || type === 'bool' ? type : 'string';

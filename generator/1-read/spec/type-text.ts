/** Reads the short form of a type, such as `list<int64>` or `Meta | undefined`, with the offset of every part. */
import { scalars } from '../../ir/scalar.ts';
import type { Scalar } from '../../ir/scalar.ts';
import type { TypeSyntax } from '../../ir/spec-source.ts';
import type { Origin } from '../../ir/origin.ts';

/** What is wrong with a type's text, at an offset of it. */
export interface TypeTextFault {
  /** A clause without a full stop. */
  readonly problem: string;
  readonly offset: number;
  readonly length: number;
}

export type ParsedType =
  | { readonly ok: true; readonly syntax: TypeSyntax }
  | { readonly ok: false; readonly fault: TypeTextFault };

/** Levels that a type may nest; `list<list<...>>` written by a person stays below five. */
export const maxTypeDepth = 32;

/** @param place - The place of a part of the text, by offset and length. */
export function parseTypeText(text: string, place: (offset: number, length: number) => Origin): ParsedType {
  const parser = new TypeText(text, place);
  try {
    return { ok: true, syntax: parser.whole() };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { ok: false, fault: error.fault };
  }
}

class Stop extends Error {
  readonly fault: TypeTextFault;
  constructor(fault: TypeTextFault) {
    super(fault.problem);
    this.fault = fault;
  }
}

/** Words that are types by themselves; `boolean` is what documents call `bool`. */
const words: Readonly<Record<string, 'number' | 'json' | 'json-object' | 'long-object' | 'undefined' | 'null'>> = {
  number: 'number',
  json: 'json',
  object: 'json-object',
  long: 'long-object',
  undefined: 'undefined',
  null: 'null',
};

export const isScalar = (name: string): name is Scalar => Object.hasOwn(scalars, name);

/** A string, a number, a name with dots, or a mark. */
const tokenPattern =
  /\s*(?:("(?:[^"\\]|\\.)*"\*?|'[^']*'\*?)|(-?\d+(?:\.\d+)?)|([\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*)|([<>,|()]))/uy;

interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'mark' | 'end';
  readonly text: string;
  readonly offset: number;
}

class TypeText {
  readonly #pattern = new RegExp(tokenPattern);
  readonly #text: string;
  readonly #place: (offset: number, length: number) => Origin;
  #token: Token;
  #previousEnd = 0;

  constructor(text: string, place: (offset: number, length: number) => Origin) {
    this.#text = text;
    this.#place = place;
    this.#token = { kind: 'end', text: '', offset: 0 };
  }

  whole(): TypeSyntax {
    this.#advance(0);
    const type = this.#union(0);
    if (this.#token.kind !== 'end') this.#stop('expected "|" or the end');
    return type;
  }

  #union(depth: number): TypeSyntax {
    if (depth > maxTypeDepth) this.#stop(`it nests deeper than ${maxTypeDepth} levels`);
    const start = this.#token.offset;
    const of = [this.#single(depth)];
    while (this.#take('|')) of.push(this.#single(depth));
    if (of.length === 1) return of[0]!;
    return { kind: 'union', of, origin: this.#place(start, this.#previousEnd - start) };
  }

  #single(depth: number): TypeSyntax {
    const { kind, text, offset } = this.#token;
    const origin = this.#place(offset, text.length);
    if (this.#take('(')) {
      const inner = this.#union(depth + 1);
      this.#expect(')');
      return inner;
    }
    if (kind === 'string') return this.#string(text, origin);
    if (kind === 'number') {
      this.#next();
      return { kind: 'literal', value: Number(text), origin };
    }
    if (kind !== 'name') this.#stop('expected a type');
    this.#next();
    if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', origin };
    if (text === 'list') return this.#list(origin, depth);
    if (text === 'map') return this.#map(origin, depth);
    if (text === 'boolean') return { kind: 'scalar', scalar: 'bool', origin };
    if (isScalar(text)) return { kind: 'scalar', scalar: text, origin };
    if (Object.hasOwn(words, text)) return { kind: words[text]!, origin };
    return { kind: 'name', name: text, width: this.#width(), origin };
  }

  #string(text: string, origin: Origin): TypeSyntax {
    const quoted = text.endsWith('*') ? text.slice(0, -1) : text;
    let value = quoted.slice(1, -1);
    if (quoted.startsWith('"')) {
      try {
        value = JSON.parse(quoted) as string;
      } catch {
        this.#stop('this string has an escape that JSON does not know');
      }
    }
    this.#next();
    return { kind: text.endsWith('*') ? 'prefix' : 'literal', value, origin };
  }

  #list(origin: Origin, depth: number): TypeSyntax {
    this.#expect('<');
    const of = this.#union(depth + 1);
    this.#expect('>');
    return { kind: 'list', of, origin };
  }

  #map(origin: Origin, depth: number): TypeSyntax {
    this.#expect('<');
    const key = this.#scalar('a scalar for the keys');
    this.#expect(',');
    const value = this.#union(depth + 1);
    this.#expect('>');
    return { kind: 'map', key, value, origin };
  }

  #width(): Scalar | undefined {
    if (!this.#take('<')) return undefined;
    const width = this.#scalar('the scalar that carries the enum');
    this.#expect('>');
    return width;
  }

  #scalar(what: string): Scalar {
    const { text } = this.#token;
    if (!isScalar(text)) this.#stop(`expected ${what}, such as int32 or string`);
    this.#next();
    return text;
  }

  #take(mark: string): boolean {
    if (this.#token.kind !== 'mark' || this.#token.text !== mark) return false;
    this.#next();
    return true;
  }

  #expect(mark: string): void {
    if (!this.#take(mark)) this.#stop(`expected "${mark}"`);
  }

  #next(): void {
    this.#previousEnd = this.#token.offset + this.#token.text.length;
    this.#advance(this.#previousEnd);
  }

  #advance(from: number): void {
    this.#pattern.lastIndex = from;
    const found = this.#pattern.exec(this.#text);
    if (found === null) {
      const rest = this.#text.slice(from);
      const offset = from + (rest.length - rest.trimStart().length);
      this.#token = { kind: 'end', text: '', offset };
      if (offset < this.#text.length) this.#stop(`"${this.#text[offset]}" has no meaning here`);
      return;
    }
    const [all, string, number, name, mark] = found;
    const text = string ?? number ?? name ?? mark!;
    const kind =
      string !== undefined ? 'string' : number !== undefined ? 'number' : name !== undefined ? 'name' : 'mark';
    this.#token = { kind, text, offset: from + all.length - text.length };
  }

  #stop(problem: string): never {
    const { offset, text } = this.#token;
    throw new Stop({ problem, offset, length: Math.max(1, text.length) });
  }
}

/** A parsed document as a tree in which every value and key knows its offsets in the text. */

export interface DocumentNode {
  /** Plain JSON value; integers beyond 2^53 are bigint, so that no digit is lost. */
  readonly value: unknown;
  /** Offset of its first UTF-16 unit. */
  readonly start: number;
  /** Offset after its last. */
  readonly end: number;
  /** Members of an object in the order of the text; undefined for anything else. */
  readonly members: ReadonlyMap<string, DocumentMember> | undefined;
  /** Elements of an array; undefined for anything else. */
  readonly items: readonly DocumentNode[] | undefined;
}

export interface DocumentMember {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: DocumentNode;
}

/** A fault of the text itself, before any schema is asked. */
export interface TextFault {
  readonly kind: 'syntax' | 'duplicate-key' | 'refused-key' | 'limit' | 'not-json';
  /** The key, or what is wrong as a clause without a full stop. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
  /** Offsets of the first of two duplicates. */
  readonly first?: { readonly start: number; readonly end: number };
}

export interface ParsedText {
  /** Undefined when the text is too broken to give a value. */
  readonly root: DocumentNode | undefined;
  readonly faults: readonly TextFault[];
}

/** Levels of objects and arrays that a document may nest; hand-written ones stay below ten. */
export const maxDepth = 200;

/** Longest text that is read, in UTF-16 units (4 Mi): far beyond any spec, short enough to answer in seconds. */
export const maxLength = 4 * 1024 * 1024;

/** Keys that would reach an object's prototype in code that copies documents carelessly. */
export const isRefusedKey = (key: string): boolean => key === '__proto__';

/** An integer as a number where that is exact, else as bigint. */
export function exactInteger(digits: string): number | bigint {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits.replace(/^\+/, ''));
}

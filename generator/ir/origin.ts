/** Where a fact comes from. Positions are what diagnostics, doc comments and source maps point at. */

/** A place in a source text. */
export interface Origin {
  /** Path as diagnostics print it: relative to the import root or to the working folder, `/`-separated. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Number of UTF-16 units the place spans; 0 when unknown. */
  readonly length: number;
}

/** Where a person first stated a fact: a line of the document that a spec was derived from. */
export interface DocumentOrigin {
  /** Name of the document as the spec's `documents` table lists it. */
  readonly document: string;
  /** 1-based line in that document. */
  readonly line: number;
  /** Import rule or overlay entry that turned the document's words into this fact; absent when taken verbatim. */
  readonly rule?: string;
  /** Last line, where the fact takes up several. */
  readonly endLine?: number;
  /** Further lines of the document that say the same. */
  readonly also?: readonly number[];
}

/** What the interpretation of a document works at: the draft, the names it knows, and the doubts. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { ArgumentsOf, Code } from '../../../diagnostics/catalogue.ts';
import type { From, SpecDraft } from '../events/draft.ts';
import { placeIn, type ImportSource } from '../source.ts';

export class Desk {
  readonly draft: SpecDraft;
  readonly source: ImportSource;
  readonly diagnostics: Diagnostic[] = [];
  /** `presence` of the objects of the document. */
  readonly presence: { readonly presence?: 'required' };
  readonly #types: ReadonlyMap<string, string>;
  readonly #events: ReadonlySet<string>;
  readonly #prefix: string;

  /**
   * @param given.types - Names of the spec by those of the documents.
   * @param given.isFirst - Whether the document is the first, which a `from` means when it names none.
   */
  constructor(
    draft: SpecDraft,
    given: {
      readonly source: ImportSource;
      readonly types: ReadonlyMap<string, string>;
      readonly events: ReadonlySet<string>;
      readonly isFirst: boolean;
      readonly statesPresence?: boolean | undefined;
    },
  ) {
    this.draft = draft;
    this.source = given.source;
    this.presence = given.statesPresence === true ? { presence: 'required' } : {};
    this.#types = given.types;
    this.#events = given.events;
    this.#prefix = given.isFirst ? '' : `${given.source.document}:`;
  }

  typeNamed(name: string): string | undefined {
    return this.#types.get(name);
  }

  /** Whether the draft has the name, or a document still to come gives it to a type. */
  has(name: string): boolean {
    const { enums, types, callbacks } = this.draft;
    return enums.has(name) || types.has(name) || callbacks.has(name) || this.#types.has(name);
  }

  isEvent(name: string): boolean {
    return this.#events.has(name);
  }

  eventNames(): Iterable<string> {
    return this.#events;
  }

  cite(line: number, rule?: string, endLine?: number): number | string {
    if (this.#prefix === '' && rule === undefined && endLine === undefined) return line;
    const lines = endLine === undefined || endLine === line ? String(line) : `${line}-${endLine}`;
    return `${this.#prefix}${lines}${rule === undefined ? '' : ` ${rule}`}`;
  }

  /** Reports a doubt at a row, and puts it on record. */
  doubt<C extends Code>(
    code: C,
    at: { readonly row: { readonly name: string; readonly line: number }; readonly about: string },
    details: ArgumentsOf<C>,
  ): void {
    const diagnostic = diagnose(code, placeIn(this.source, at.row.line, at.row.name), details);
    this.diagnostics.push(diagnostic);
    if (at.about !== '')
      this.draft.notes.push({ about: at.about, text: diagnostic.message, from: this.cite(at.row.line) });
  }
}

/** One more line that says the same. A list that is given grows itself: documents repeat themselves thousands of times. */
export function alsoFrom(from: From | undefined, line: number | string): From {
  if (from === undefined) return line;
  if (!Array.isArray(from)) return [from, line];
  from.push(line);
  return from;
}

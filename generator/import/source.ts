/** A document to import: its text with line ends made equal, and places in it. */
import type { Place } from '../../diagnostics/diagnostic.ts';

export interface ImportSource {
  /** As diagnostics print it. */
  readonly file: string;
  /** Name that facts cite it by: letters, digits, `_`, `.` and `-`, beginning with a letter. */
  readonly document: string;
  readonly title: string;
  readonly note: string | undefined;
  /** Without byte order mark; every line end is `\n`. */
  readonly text: string;
  readonly lines: readonly string[];
}

/** What an overlay calls a document. */
export interface DocumentName {
  readonly name: string;
  readonly title: string;
  readonly note?: string | undefined;
}

/**
 * @param file - As diagnostics print it; its base name becomes the name of the document.
 * @param known - What a person calls the document.
 */
export function importSource(file: string, text: string, known?: DocumentName): ImportSource {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const { name, title, note } = known ?? { name: documentName(base), title: base };
  return { file, document: name, title, note, text: plain, lines: plain.split('\n') };
}

/** Where a fact stands: its lines, and the rule that made it of them where it is not taken at its word. */
export interface FactOrigin {
  /** 1-based. */
  readonly line: number;
  /** Last line, where there are several. */
  readonly endLine?: number;
  readonly rule?: string;
}

/** Place of a piece of a line. @param line - 1-based. @param text - Marked where the line holds it, else the whole line. */
export function placeIn(source: ImportSource, line: number, text?: string): Place {
  const whole = source.lines[line - 1] ?? '';
  const found = text === undefined || text === '' ? -1 : whole.indexOf(text);
  const start = found < 0 ? whole.length - whole.trimStart().length : found;
  const length = found < 0 ? whole.trim().length : text!.length;
  return { file: source.file, line, column: start + 1, length };
}

function documentName(base: string): string {
  const name = base.replace(/\.(md|txt|json|[cm]?[jt]s)$/i, '').replace(/[^\w.-]+/g, '-');
  return /^[A-Za-z]/.test(name) ? name : `document-${name}`.replace(/-$/, '');
}

/** What a stage reports beside its value: plain data, formatted elsewhere. */
import { catalogue, type Code, type ArgumentsOf } from './catalogue.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in an input text. Lines and columns are 1-based; columns and length count UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** 0 when unknown. */
  readonly length: number;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** What the reader can do about it; `''` when there is nothing to suggest. */
  readonly fix: string;
  /** Undefined when no input text is to blame, e.g. a wrong option. */
  readonly place: Place | undefined;
  /** Other places that matter, such as the first of two duplicates. */
  readonly related: readonly { readonly message: string; readonly place: Place }[];
  /** Further facts by name, where a command has more to say; text shows them beside the code, JSON and SARIF as they are. */
  readonly facts?: Readonly<Record<string, string | readonly string[]>>;
}

/** What every stage returns: its value, usable only while no diagnostic is an error, and all that it has to say. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a diagnostic from its catalogue entry.
 * @param code - Entry of the catalogue; gives severity, message and fix.
 * @param place - Where; undefined when no input text is to blame.
 * @param details - Values of the entry's `{placeholders}`, and optionally `related` places.
 */
export function diagnose<C extends Code>(
  code: C,
  place: Place | undefined,
  details: ArgumentsOf<C> & { readonly related?: Diagnostic['related'] },
): Diagnostic {
  const entry = catalogue[code];
  const values = details as Readonly<Record<string, unknown>>;
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => printable(String(values[name])));
  return {
    code,
    severity: entry.severity,
    message: fill(entry.message),
    fix: fill(entry.fix),
    place,
    related: details.related ?? [],
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Sorts by file, line, column, code: the same findings always print in the same order. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (d: Diagnostic): readonly [string, number, number, string] => [
    d.place?.file ?? '',
    d.place?.line ?? 0,
    d.place?.column ?? 0,
    d.code,
  ];
  return [...diagnostics].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    for (let i = 0; i < x.length; i++) {
      if (x[i]! < y[i]!) return -1;
      if (x[i]! > y[i]!) return 1;
    }
    return 0;
  });
}

/** Longest excerpt of an input that a message quotes; more tells a reader nothing. */
const maxQuoted = 120;

/** Input text made safe for a terminal or a log: control and bidi characters escaped, length bounded. */
export function printable(text: string): string {
  const cut = text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
  return cut.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

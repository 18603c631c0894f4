/** Diagnostics for people: place, message, code frame, fix. */
import pc from 'picocolors';
import { inOrder, type Diagnostic, type Place } from '../diagnostic.ts';

/** Text of an input by the file name that places use; undefined when it is not at hand. */
export type SourceText = (file: string) => string | undefined;

export interface TextOptions {
  readonly sourceOf: SourceText;
  /** ANSI colours. */
  readonly color: boolean;
  /** What a command says of the findings as a whole: the last line of a text, and beside the findings in JSON and SARIF. */
  readonly closing?: { readonly text: string; readonly data: object };
}

/** Frames longer than this many columns around the fault are cut: a minified line must not fill the screen. */
const frameColumns = 160;

/** The whole report, with a closing count; `''` when there is nothing to say. */
export async function formatText(diagnostics: readonly Diagnostic[], options: TextOptions): Promise<string> {
  if (diagnostics.length === 0) return '';
  const { codeFrameColumns } = await import('@babel/code-frame');
  const colors = pc.createColors(options.color);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue };

  const split = new Map<string, readonly string[] | undefined>();
  const linesOf = (file: string): readonly string[] | undefined => {
    if (!split.has(file)) split.set(file, options.sourceOf(file)?.split(/\r\n|\r|\n/));
    return split.get(file);
  };
  const frame = (place: Place, message: string): string => {
    const lines = linesOf(place.file);
    if (lines === undefined) return '';
    const line = lines[place.line - 1] ?? '';
    const from = line.length > frameColumns ? Math.max(0, place.column - frameColumns / 2) : 0;
    // The line, and the one before and after it: a long text is not looked through again for every frame.
    const first = Math.max(0, place.line - 2);
    const around = lines.slice(first, place.line + 1);
    const shown = from === 0 && line.length <= frameColumns ? around : windowed(around, place.line - 1 - first, from);
    const column = place.column - from;
    const frameOptions = {
      linesAbove: 1,
      linesBelow: 1,
      highlightCode: false,
      forceColor: false,
      startLine: first + 1,
    };
    return codeFrameColumns(
      shown.join('\n').replaceAll('\t', ' '),
      {
        start: { line: place.line, column },
        ...(place.length > 0 && { end: { line: place.line, column: column + Math.min(place.length, frameColumns) } }),
      },
      { ...frameOptions, ...(message !== '' && { message }) },
    );
  };

  const blocks = inOrder(diagnostics).map((diagnostic) => {
    const { place, severity } = diagnostic;
    const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column} - `;
    const facts = Object.values(diagnostic.facts ?? {}).map((fact) =>
      typeof fact === 'string' ? fact : fact.join(', '),
    );
    const shown = facts.length === 0 ? '' : colors.dim(` (${facts.join('; ')})`);
    const head = `${colors.bold(where)}${paint[severity](severity)} ${colors.dim(diagnostic.code)}${shown}: ${diagnostic.message}`;
    const lines = [head];
    if (place !== undefined) lines.push(frame(place, ''));
    for (const { message, place: other } of diagnostic.related) {
      lines.push(`  ${message} (${other.file}:${other.line}:${other.column})`, frame(other, ''));
    }
    if (diagnostic.fix !== '') lines.push(`  ${colors.cyan('fix')}: ${diagnostic.fix}`);
    return lines.filter((line) => line !== '').join('\n');
  });
  return `${blocks.join('\n\n')}\n\n${options.closing?.text ?? summary(diagnostics)}\n`;
}

/** `2 errors, 1 warning`. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (count === 0) return [];
    return [
      severity === 'info' ? `${count} note${count === 1 ? '' : 's'}` : `${count} ${severity}${count === 1 ? '' : 's'}`,
    ];
  });
  return parts.join(', ');
}

/** Lines with the faulty one cut to a window, and its neighbours cut to the same width. */
function windowed(lines: readonly string[], faulty: number, from: number): string[] {
  return lines.map((line, index) =>
    index === faulty ? line.slice(from, from + frameColumns) : line.slice(0, frameColumns),
  );
}

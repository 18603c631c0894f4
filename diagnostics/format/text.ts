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

  const frame = (place: Place, message: string): string => {
    const text = options.sourceOf(place.file);
    if (text === undefined) return '';
    const line = text.split(/\r\n|\r|\n/)[place.line - 1] ?? '';
    const from = line.length > frameColumns ? Math.max(0, place.column - frameColumns / 2) : 0;
    const shown = from === 0 && line.length <= frameColumns ? text : windowed(text, place, from);
    const column = place.column - from;
    return codeFrameColumns(
      shown.replaceAll('\t', ' '),
      {
        start: { line: place.line, column },
        ...(place.length > 0 && { end: { line: place.line, column: column + Math.min(place.length, frameColumns) } }),
      },
      { linesAbove: 1, linesBelow: 1, highlightCode: false, forceColor: false, ...(message !== '' && { message }) },
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

/** The text with the faulty line cut to a window, and its neighbours cut to the same width. */
function windowed(text: string, place: Place, from: number): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) =>
      index === place.line - 1 ? line.slice(from, from + frameColumns) : line.slice(0, frameColumns),
    )
    .join('\n');
}

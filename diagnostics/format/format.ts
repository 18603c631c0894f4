/** Picks the formatter for `--format`. */
import type { Diagnostic } from '../diagnostic.ts';
import { formatText, type TextOptions } from './text.ts';

export const formats = ['text', 'json', 'github', 'sarif'] as const;
export type Format = (typeof formats)[number];

/** Formats all diagnostics of a run. Each formatter is loaded only when it is asked for. */
export async function format(
  diagnostics: readonly Diagnostic[],
  kind: Format,
  options: TextOptions & { readonly version: string },
): Promise<string> {
  switch (kind) {
    case 'text':
      return formatText(diagnostics, options);
    case 'json':
      return (await import('./json.ts')).formatJson(diagnostics, options.closing?.data);
    case 'github':
      return (await import('./github.ts')).formatGithub(diagnostics);
    case 'sarif':
      return (await import('./sarif.ts')).formatSarif(diagnostics, {
        version: options.version,
        closing: options.closing?.data,
      });
    default:
      return kind satisfies never;
  }
}

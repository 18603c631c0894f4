/** Prints diagnostics to stderr in the asked format, with code frames from the files themselves. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from './diagnostic.ts';
import { format, type Format } from './format/format.ts';

export interface PrintOptions {
  /** Default: `github` when GITHUB_ACTIONS is set, else `text`. */
  readonly format: Format | undefined;
  /** Folder that the places' files are relative to. */
  readonly cwd: string;
  readonly version: string;
}

export async function printDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions): Promise<void> {
  if (diagnostics.length === 0 && options.format !== 'json' && options.format !== 'sarif') return;
  const sourceOf = (file: string): string | undefined => {
    try {
      return readFileSync(path.resolve(options.cwd, file), 'utf8').replace(/^\uFEFF/, '');
    } catch {
      return undefined;
    }
  };
  const kind = options.format ?? (process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text');
  process.stderr.write(
    await format(diagnostics, kind, { sourceOf, color: wantsColor(process.stderr), version: options.version }),
  );
}

/** Colours on a terminal, unless NO_COLOR is set; FORCE_COLOR wins. Source: no-color.org, force-color.org. */
export function wantsColor(stream: NodeJS.WriteStream): boolean {
  if (process.env['FORCE_COLOR'] !== undefined && process.env['FORCE_COLOR'] !== '0') return true;
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}

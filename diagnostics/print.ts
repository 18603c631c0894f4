/** Prints diagnostics in the asked format, with code frames from the files themselves. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from './diagnostic.ts';
import { format, type Format } from './format/format.ts';
import type { SourceText, TextOptions } from './format/text.ts';

export interface PrintOptions {
  /** Default: `github` when GITHUB_ACTIONS is set, else `text`. */
  readonly format: Format | undefined;
  /** Folder that the places' files are relative to. */
  readonly cwd: string;
  readonly version: string;
}

/** To stderr: what a command has to say about its inputs. */
export async function printDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions): Promise<void> {
  if (diagnostics.length === 0 && options.format !== 'json' && options.format !== 'sarif') return;
  await print(diagnostics, { ...options, stream: process.stderr });
}

/** To stdout: findings that are what the command was asked for. A text without findings is the closing line alone. */
export async function printFindings(
  findings: readonly Diagnostic[],
  options: PrintOptions & { readonly closing: NonNullable<TextOptions['closing']>; readonly sourceOf?: SourceText },
): Promise<void> {
  const { stdout } = process;
  if (findings.length === 0 && kindOf(options) === 'text') stdout.write(`${options.closing.text}\n`);
  else await print(findings, { ...options, stream: stdout });
}

const kindOf = (options: PrintOptions): Format =>
  options.format ?? (process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text');

async function print(
  diagnostics: readonly Diagnostic[],
  options: PrintOptions &
    Pick<TextOptions, 'closing'> & { readonly stream: NodeJS.WriteStream; readonly sourceOf?: SourceText },
): Promise<void> {
  const { stream, cwd } = options;
  const sourceOf = (file: string): string | undefined =>
    options.sourceOf?.(file) ?? sourceOnDisk(path.resolve(cwd, file));
  stream.write(await format(diagnostics, kindOf(options), { ...options, sourceOf, color: wantsColor(stream) }));
}

function sourceOnDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

/** Colours on a terminal, unless NO_COLOR is set; FORCE_COLOR wins. Source: no-color.org, force-color.org. */
export function wantsColor(stream: NodeJS.WriteStream): boolean {
  if (process.env['FORCE_COLOR'] !== undefined && process.env['FORCE_COLOR'] !== '0') return true;
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}

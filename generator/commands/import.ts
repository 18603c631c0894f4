/** `wiremark import`: documents in, drafts written, exit code out. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { diagnose, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import type { Format } from '../../diagnostics/format/format.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { toolVersion } from '../tool-version.ts';
import type { Reader } from '../import/detect.ts';
import { importDocuments } from '../import/import.ts';
import { readGiven } from '../import/given.ts';
import type { OutputFile } from '../import/output.ts';

/** Options of `wiremark import` as commander hands them over. */
export interface ImportFlags {
  readonly from?: Reader;
  readonly name?: string;
  readonly out?: string;
  readonly numbers?: readonly string[];
  readonly overlay?: readonly string[];
  readonly force?: boolean;
  readonly format?: Format;
}

export async function runImport(files: readonly string[], flags: ImportFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const diagnostics: Diagnostic[] = [...checkFlags(flags)];
  const texts = await Promise.all(files.map((file) => readText(file, diagnostics)));
  const given = await readGiven({ cwd, numbers: flags.numbers ?? [], overlays: flags.overlay ?? [] });
  diagnostics.push(...given.diagnostics);
  let written: readonly OutputFile[] = [];
  const folder = path.resolve(cwd, flags.out ?? '.');
  if (!hasErrors(diagnostics)) {
    const documents = texts.flatMap((each) => (each === undefined ? [] : [each]));
    const result = await importDocuments({ files: documents, from: flags.from, name: flags.name, ...given.value });
    diagnostics.push(...result.diagnostics);
    const blocked = (result.value ?? []).filter(
      (file) => flags.force !== true && existsSync(path.join(folder, file.path)),
    );
    for (const file of blocked) {
      diagnostics.push(diagnose('WM8004', undefined, { path: shown(path.join(folder, file.path), cwd) }));
    }
    if (!hasErrors(diagnostics)) written = result.value ?? [];
  }
  for (const { path: file, text } of written) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await printDiagnostics(diagnostics, { format: flags.format, cwd, version: toolVersion() });
  for (const file of written) process.stdout.write(`${shown(path.join(folder, file.path), cwd)}\n`);
  return hasErrors(diagnostics) ? exitCodes.usage : exitCodes.fine;
}

const shown = (file: string, cwd: string): string => path.relative(cwd, file).replaceAll('\\', '/');

function checkFlags(flags: ImportFlags): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (flags.name !== undefined && !/^[a-z][a-z0-9-]*$/.test(flags.name)) {
    const problem = `"${flags.name}" is no name of a draft: lower-case letters, digits and hyphens.`;
    found.push(diagnose('WM5002', undefined, { problem, fix: 'For example --name chat.' }));
  }
  return found;
}

async function readText(
  file: string,
  diagnostics: Diagnostic[],
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  try {
    return { file: file.replaceAll('\\', '/'), text: await readFile(file, 'utf8') };
  } catch {
    diagnostics.push(diagnose('WM5001', undefined, { path: file }));
    return undefined;
  }
}

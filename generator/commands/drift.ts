/** `wiremark drift`: a package and declarations in, a report out, exit code by whether they part anywhere. */
import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { driftOf, isFinding } from '../drift/drift.ts';
import { formatDrift } from '../drift/format/formats.ts';
import type { DriftFormat } from '../drift/format/names.ts';
import { readDescriptor, readMap, staleEntries } from '../drift/request.ts';
import { readSdks } from '../drift/sdk.ts';
import { toolVersion } from '../tool-version.ts';

/** Options of `wiremark drift` as commander hands them over. */
export interface DriftFlags {
  readonly package: string;
  readonly map?: readonly string[];
  readonly format: DriftFormat;
}

export async function runDrift(declarations: readonly string[], flags: DriftFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const diagnostics: Diagnostic[] = [];
  const descriptor = await readDescriptor(flags.package, cwd);
  const map = await readMap(flags.map ?? [], cwd);
  const sdks = await readSdks(declarations, cwd);
  diagnostics.push(...descriptor.diagnostics, ...map.diagnostics, ...sdks.diagnostics);
  if (descriptor.value !== undefined && !hasErrors(diagnostics)) {
    diagnostics.push(...staleEntries(map.value, descriptor.value, sdks.value));
  }
  await printDiagnostics(diagnostics, { format: undefined, cwd, version: toolVersion() });
  if (descriptor.value === undefined || hasErrors(diagnostics)) return exitCodes.usage;
  const report = await driftOf(descriptor.value, sdks.value, map.value);
  process.stdout.write(formatDrift(report, flags.format));
  const rows = report.sdks.flatMap(({ types }) => types).flatMap((type) => type.rows);
  return rows.some(isFinding) ? exitCodes.findings : exitCodes.fine;
}

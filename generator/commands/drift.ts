/** `wiremark drift`: a package and declarations in, a report out, exit code by whether they part anywhere. */
import { diagnose, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics, type PrintOptions } from '../../diagnostics/print.ts';
import { driftOf, isFinding } from '../drift/drift.ts';
import { formatDrift } from '../drift/format/formats.ts';
import type { DriftFormat } from '../drift/format/names.ts';
import { observedDrift } from '../drift/observed/compare.ts';
import { differs, formatObserved } from '../drift/observed/format.ts';
import { readDescriptor, readMap, readObservations, staleEntries } from '../drift/request.ts';
import { writeInto } from '../drift/write/write-into.ts';
import { readSdks } from '../drift/sdk.ts';
import { toolVersion } from '../tool-version.ts';

/** Options of `wiremark drift` as commander hands them over. */
export interface DriftFlags {
  readonly package: string;
  readonly map?: readonly string[];
  /** `true`: the observed layer of the spec itself. */
  readonly observed?: string | true;
  readonly format: DriftFormat;
  /** File of the event spec whose observed layer is filled. */
  readonly write?: string;
  /** What the spec calls the observations. Default `recorded`. */
  readonly evidence?: string;
  readonly force?: true;
}

export async function runDrift(declarations: readonly string[], flags: DriftFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  if ((flags.observed === undefined) === (declarations.length === 0)) {
    const problem = 'Either declarations are compared, or observations.';
    const fix = 'Name declarations, or give --observed, and not both.';
    await printDiagnostics([diagnose('WM5002', undefined, { problem, fix })], printing(cwd));
    return exitCodes.usage;
  }
  if (flags.write !== undefined && typeof flags.observed !== 'string') {
    const problem = 'Only a file of observations can be written into a spec.';
    await printDiagnostics(
      [diagnose('WM5002', undefined, { problem, fix: 'Name it: --observed seen.json.' })],
      printing(cwd),
    );
    return exitCodes.usage;
  }
  if (flags.observed !== undefined) return runObserved(flags.observed, flags, cwd);
  const diagnostics: Diagnostic[] = [];
  const descriptor = await readDescriptor(flags.package, cwd);
  const map = await readMap(flags.map ?? [], cwd);
  const sdks = await readSdks(declarations, cwd);
  diagnostics.push(...descriptor.diagnostics, ...map.diagnostics, ...sdks.diagnostics);
  if (descriptor.value !== undefined && !hasErrors(diagnostics)) {
    diagnostics.push(...staleEntries(map.value, descriptor.value, sdks.value));
  }
  await printDiagnostics(diagnostics, printing(cwd));
  if (descriptor.value === undefined || hasErrors(diagnostics)) return exitCodes.usage;
  const report = await driftOf(descriptor.value, sdks.value, map.value);
  process.stdout.write(formatDrift(report, flags.format));
  const rows = report.sdks.flatMap(({ types }) => types).flatMap((type) => type.rows);
  return rows.some(isFinding) ? exitCodes.findings : exitCodes.fine;
}

const printing = (cwd: string): PrintOptions => ({ format: undefined, cwd, version: toolVersion() });

async function runObserved(file: string | true, flags: DriftFlags, cwd: string): Promise<ExitCode> {
  const descriptor = await readDescriptor(flags.package, cwd);
  const observations = file === true ? undefined : await readObservations(file, cwd);
  const diagnostics = [...descriptor.diagnostics, ...(observations?.diagnostics ?? [])];
  const isWrite = flags.write !== undefined && descriptor.value !== undefined && observations?.value !== undefined;
  const written = isWrite
    ? await writeInto(flags.write!, {
        cwd,
        descriptor: descriptor.value,
        observations: observations.value,
        evidence: flags.evidence ?? 'recorded',
        force: flags.force === true,
      })
    : undefined;
  diagnostics.push(...(written?.diagnostics ?? []));
  await printDiagnostics(diagnostics, printing(cwd));
  if (descriptor.value === undefined || hasErrors(diagnostics)) return exitCodes.usage;
  if (written?.value !== undefined) {
    const { length } = written.value;
    process.stderr.write(`${flags.write}: the observed layer of ${length} event${length === 1 ? '' : 's'} written\n`);
  }
  const report = observedDrift(descriptor.value, observations?.value);
  process.stdout.write(formatObserved(report, flags.format));
  return report.events.some(differs) ? exitCodes.findings : exitCodes.fine;
}

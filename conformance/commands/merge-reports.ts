/** `wiremark merge-reports`: the JSON reports of all shards in, one report out. */
import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { kitVersion } from '../kit-version.ts';
import { loadClauses } from '../load-clauses.ts';
import type { Report } from '../model/report.gen.ts';
import { readChecked } from '../read-json.ts';
import { mergeReports } from '../report/merge.ts';
import { deliverReport } from './deliver-report.ts';
import type { RunFlags } from './options.ts';

export async function runMergeReports(
  files: readonly string[],
  flags: Pick<RunFlags, 'report' | 'certificate' | 'saveFailures'>,
): Promise<ExitCode> {
  const cwd = process.cwd();
  const diagnostics: Diagnostic[] = [];
  const reports: Report[] = [];
  for (const file of files) {
    const read = await readChecked<Report>(file, 'report');
    diagnostics.push(...read.diagnostics);
    if (read.value !== undefined) reports.push(read.value);
  }
  const merged = hasErrors(diagnostics) ? undefined : mergeReports(reports, await loadClauses());
  diagnostics.push(...(merged?.diagnostics ?? []));
  await printDiagnostics(diagnostics, { format: undefined, cwd, version: kitVersion() });
  return merged?.value === undefined ? exitCodes.usage : deliverReport(merged.value, flags, cwd);
}

/** `wiremark merge-reports`: the JSON reports of all shards in, one report out. */
import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { kitVersion } from '../kit-version.ts';
import { loadClauses } from '../load-clauses.ts';
import type { Report } from '../model/report.gen.ts';
import { readBaseline } from '../read-baseline.ts';
import { readChecked } from '../read-json.ts';
import { compareReports } from '../report/compare.ts';
import { mergeReports } from '../report/merge.ts';
import { deliverReport } from './deliver-report.ts';
import type { RunFlags } from './options.ts';

export async function runMergeReports(
  files: readonly string[],
  flags: Pick<RunFlags, 'report' | 'certificate' | 'sign' | 'badge'> & { readonly baseline?: string },
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
  const { baseline: file } = flags;
  const earlier = file !== undefined && merged?.value ? await readBaseline(file, merged.value) : undefined;
  diagnostics.push(...(earlier?.diagnostics ?? []));
  await printDiagnostics(diagnostics, { format: undefined, cwd, version: kitVersion() });
  if (merged?.value === undefined || hasErrors(diagnostics)) return exitCodes.usage;
  const baseline = file && earlier?.value && compareReports(merged.value, earlier.value, file);
  return deliverReport(baseline ? { ...merged.value, baseline } : merged.value, flags, cwd);
}

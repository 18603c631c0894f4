/** `wiremark replay`: saved failures in, for each whether it is fixed. */
import { diagnose, hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import type { Format } from '../../diagnostics/format/format.ts';
import { certify } from '../certify.ts';
import { kitVersion } from '../kit-version.ts';
import { loadClauses } from '../load-clauses.ts';
import type { CaseSource } from '../model/case.ts';
import type { Fixture, Role } from '../model/fixture.gen.ts';
import type { Report, VerdictKind } from '../model/report.gen.ts';
import { readChecked } from '../read-json.ts';
import { runSettings } from './certify.ts';
import { deliverReport } from './deliver-report.ts';
import { onInterrupt } from './interrupt.ts';
import type { RunFlags } from './options.ts';
import { progressOn } from './progress.ts';
import { isBare, transportOf } from './transport.ts';

export interface ReplayFlags extends RunFlags {
  readonly package?: string;
  readonly format?: Format;
}

/** @param command - What stands after `--`. */
export async function runReplay(
  files: readonly string[],
  command: readonly string[],
  flags: ReplayFlags,
): Promise<ExitCode> {
  const cwd = process.cwd();
  const print = { format: flags.format, cwd, version: kitVersion() };
  const clauses = await loadClauses();
  const interrupt = onInterrupt();
  let exit: ExitCode = exitCodes.fine;
  const diagnostics: Diagnostic[] = [];
  try {
    for (const file of files) {
      const read = await readChecked<Fixture>(file, 'fixture');
      diagnostics.push(...read.diagnostics);
      if (read.value === undefined) continue;
      const packageName = flags.package ?? read.value.package;
      if (packageName === undefined) {
        const problem = `The fixture "${file}" names no package.`;
        diagnostics.push(diagnose('WM6006', undefined, { problem, fix: 'Give it with --package.' }));
        continue;
      }
      for (const role of rolesOf(read.value)) {
        const transport = transportOf(flags, command, { cwd, role });
        if (transport.value === undefined) {
          await printDiagnostics(transport.diagnostics, print);
          return exitCodes.usage;
        }
        const progress = progressOn(process.stderr);
        const { value: report, diagnostics: found } = await certify({
          ...runSettings(flags),
          package: packageName,
          role,
          transport: transport.value,
          sources: [fixtureSource(file, read.value, role)],
          clauses,
          profile: read.value.profile ?? 'interpreted',
          binding: flags.binding ?? read.value.binding ?? '',
          passive: isBare(flags, role),
          selection: { run: [], skip: [], level: 'informational' },
          cwd,
          version: print.version,
          signal: interrupt.signal,
          listener: progress,
        });
        progress.done();
        diagnostics.push(...found);
        if (report === undefined) continue;
        const fixed = report.results.every(({ verdict }) => verdict === 'pass');
        // What is fixed needs no report, unless one was asked for.
        if (!fixed || flags.report !== undefined) await deliverReport(report, flags, cwd);
        process.stdout.write(tellEach(report));
        if (!fixed) exit = exitCodes.findings;
      }
    }
  } finally {
    interrupt.release();
  }
  await printDiagnostics(diagnostics, print);
  return hasErrors(diagnostics) ? exitCodes.usage : exit;
}

const rolesOf = ({ cases }: Fixture): readonly Role[] => [...new Set(cases.map(({ role }) => role))];

function fixtureSource(file: string, { cases }: Fixture, role: Role): CaseSource {
  return {
    name: file,
    cases: async () => cases.filter((one) => one.role === role).map((one) => ({ kind: 'fixed', ...one })),
  };
}

const words: Readonly<Record<VerdictKind, string>> = {
  pass: 'fixed',
  fail: 'still failing',
  'known-failure': 'still failing, as listed',
  'unexpected-pass': 'fixed, but listed as failing',
  skipped: 'skipped',
  errored: 'errored',
};

const tellEach = ({ results }: Report): string =>
  results.map(({ id, verdict }) => `${words[verdict]}: ${id}\n`).join('');

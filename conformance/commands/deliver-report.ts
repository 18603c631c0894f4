/** Takes a finished report, writes it in all the forms that were asked for, gives the exit code. */
import path from 'node:path';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics, wantsColor } from '../../diagnostics/print.ts';
import { kitVersion } from '../kit-version.ts';
import type { Report } from '../model/report.gen.ts';
import { badgeOf } from '../report/badge.ts';
import { certificateOf } from '../report/certificate.ts';
import { formatReport } from '../report/formats.ts';
import { saveFailures } from '../report/save-failures.ts';
import { signed } from '../report/sign.ts';
import { writeWhole } from '../write-whole.ts';
import type { RunFlags } from './options.ts';
import { readSigner } from './verify.ts';

/** Text goes to stdout unless another form does. */
export async function deliverReport(
  given: Report,
  flags: Pick<RunFlags, 'report' | 'certificate' | 'sign' | 'badge' | 'saveFailures'>,
  cwd: string,
): Promise<ExitCode> {
  const signer = flags.sign === undefined ? undefined : await readSigner(flags.sign, cwd);
  if (signer !== undefined && signer.value === undefined) {
    await printDiagnostics(signer.diagnostics, { format: undefined, cwd, version: kitVersion() });
    return exitCodes.usage;
  }
  const saved = flags.saveFailures;
  const report = saved === undefined ? given : await saveFailures(given, path.resolve(cwd, saved));
  const targets = flags.report ?? [];
  for (const { kind, file } of targets) {
    if (file !== undefined) await writeWhole(path.resolve(cwd, file), await formatReport(report, kind, false));
  }
  if (flags.certificate !== undefined) {
    const plain = certificateOf(report);
    const certificate = signer?.value === undefined ? plain : signed(plain, signer.value);
    await writeWhole(path.resolve(cwd, flags.certificate), `${JSON.stringify(certificate, undefined, 2)}\n`);
  }
  if (flags.badge !== undefined) await writeWhole(path.resolve(cwd, flags.badge), badgeOf(report));
  const kind = targets.find(({ file }) => file === undefined)?.kind ?? 'text';
  process.stdout.write(await formatReport(report, kind, wantsColor(process.stdout)));
  return exitCodeOf(report);
}

export function exitCodeOf({ outcome, baseline }: Report): ExitCode {
  if (baseline !== undefined && baseline.regressions > 0) return exitCodes.findings;
  switch (outcome) {
    case 'conformant':
    case 'known-failures':
      return exitCodes.fine;
    case 'not-conformant':
    case 'nothing-executed':
    case 'interrupted':
    case 'not-started':
      return exitCodes.findings;
    default:
      return outcome satisfies never;
  }
}

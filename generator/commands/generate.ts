/** `wiremark generate`: options in, packages written or compared, exit code out. */
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics, wantsColor } from '../../diagnostics/print.ts';
import type { GenerateFlags } from '../config/ad-hoc.ts';
import { generateAll, type Outcome } from '../generate-all.ts';
import { toolVersion } from '../tool-version.ts';
import { printSealed } from './print-sealed.ts';

export async function runGenerate(files: readonly string[], flags: GenerateFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  if (flags.watch === true) {
    const { watch } = await import('../watch/watch.ts');
    return watch(files, flags, { cwd, print: (outcome) => print(outcome, flags, cwd) });
  }
  const outcome = await generateAll(files, flags, cwd);
  await print(outcome, flags, cwd);
  if (outcome.diagnostics.some((d) => d.severity === 'error' && d.code !== 'WM4001')) return exitCodes.usage;
  return outcome.sealed.some((result) => result.stale.length > 0) ? exitCodes.findings : exitCodes.fine;
}

async function print({ diagnostics, sealed }: Outcome, flags: GenerateFlags, cwd: string): Promise<void> {
  await printDiagnostics(diagnostics, { format: flags.format, cwd, version: toolVersion() });
  for (const result of sealed) process.stdout.write(printSealed(result, { cwd, color: wantsColor(process.stdout) }));
}

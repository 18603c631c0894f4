/** `wiremark generate`: options in, packages written or compared, exit code out. */
import { hasErrors, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics, wantsColor } from '../../diagnostics/print.ts';
import type { SealedPackage } from '../ir/sealed-package.ts';
import { loadAssets, type Assets } from '../assets.ts';
import { generate } from '../generate.ts';
import type { GenerateFlags } from '../config/ad-hoc.ts';
import { collectRequests } from '../config/collect.ts';
import type { PackageRequest } from '../config/resolve.ts';
import { printSealed } from './print-sealed.ts';

export async function runGenerate(files: readonly string[], flags: GenerateFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const requests = await collectRequests(files, flags, cwd);
  const diagnostics: Diagnostic[] = [...requests.diagnostics];
  const assets = await loadAssets();
  const sealed: SealedPackage[] = [];
  if (!hasErrors(diagnostics)) {
    for (const request of requests.value) {
      const result = await generateOne(request, flags, assets);
      diagnostics.push(...result.diagnostics);
      if (result.value !== undefined) sealed.push(result.value);
    }
  }
  await printDiagnostics(diagnostics, { format: flags.format, cwd, version: assets.version });
  for (const result of sealed) process.stdout.write(printSealed(result, { cwd, color: wantsColor(process.stdout) }));
  if (diagnostics.some((d) => d.severity === 'error' && d.code !== 'WM4001')) return exitCodes.usage;
  return sealed.some((result) => result.stale.length > 0) ? exitCodes.findings : exitCodes.fine;
}

function generateOne(
  request: PackageRequest,
  flags: GenerateFlags,
  assets: Assets,
): Promise<Result<SealedPackage | undefined>> {
  const check = flags.check === true;
  return generate(request, { mode: check ? 'check' : 'write', verify: check || flags.verify === true, assets });
}

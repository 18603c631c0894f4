/** The pipeline: files in, one sealed package out. Every stage returns its value and all that it has to report. */
import { hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { read, type ReadRequest } from './1-read/read.ts';
import { link, type LinkOptions } from './2-link/link.ts';
import { plan } from './3-plan/plan.ts';
import { render } from './4-render/render.ts';
import { seal } from './5-seal/seal.ts';
import type { Assets } from './assets.ts';
import type { PackageRequest } from './config/resolve.ts';
import type { SealedPackage } from './ir/sealed-package.ts';

/** What becomes of the rendered files: written, or compared with what is there. */
export type Mode = 'write' | 'check';

export interface GenerateOptions {
  readonly mode: Mode;
  /** Type-check the package and compile its schemas before anything is written. */
  readonly verify: boolean;
  readonly assets: Assets;
}

/** Generates one package. After errors `value` is undefined, and nothing has been written. */
export async function generate(
  request: PackageRequest,
  { mode, verify, assets }: GenerateOptions,
): Promise<Result<SealedPackage | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const report = <T>(result: Result<T>): T => {
    diagnostics.push(...result.diagnostics);
    return result.value;
  };
  const failed = (): boolean => hasErrors(diagnostics);
  const stopped = { value: undefined, diagnostics };

  const sources = report(await read(request satisfies ReadRequest)); //            1  declarations with positions
  const protocol = report(link(sources, request satisfies LinkOptions)); //        2  names and features resolved
  if (failed()) return stopped; // Linking tolerates what could not be read, so that one run reports the faults of both.

  const planned = report(await plan(protocol, { ...request, generator: assets.version })); // 3  files and views
  if (failed()) return stopped;

  const rendered = report(await render(planned, { ...assets, emit: request.emit })); //       4  {path, text}
  if (failed()) return stopped;

  const sealed = report(await seal(rendered, { ...request, mode, verify, generator: assets.version, sources })); // 5
  return { value: sealed, diagnostics };
}

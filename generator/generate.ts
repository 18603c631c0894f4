/** The pipeline: files in, one sealed package out. Every stage returns its value and all that it has to report. */
import { hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { plan } from './3-plan/plan.ts';
import { render } from './4-render/render.ts';
import { seal } from './5-seal/seal.ts';
import type { Assets } from './assets.ts';
import type { PackageRequest } from './config/resolve.ts';
import type { ModuleCache } from './ir/module-cache.ts';
import type { SealedPackage } from './ir/sealed-package.ts';
import type { ReadTrace } from './ir/source-set.ts';
import { loadProtocol } from './load-protocol.ts';

/** What becomes of the rendered files: written, or compared with what is there. */
export type Mode = 'write' | 'check';

export interface GenerateOptions {
  readonly mode: Mode;
  /** Type-check the package and compile its schemas before anything is written. */
  readonly verify: boolean;
  readonly assets: Assets;
  /** Modules rendered earlier. Default: all are rendered anew. */
  readonly reuse?: ModuleCache | undefined;
}

/** A package, and what reading its sources rested on: known after errors too. */
export type Generated = Result<SealedPackage | undefined> & { readonly trace: ReadTrace };

/** Generates one package. After errors `value` is undefined, and nothing has been written. */
export async function generate(
  request: PackageRequest,
  { mode, verify, assets, reuse }: GenerateOptions,
): Promise<Generated> {
  const diagnostics: Diagnostic[] = [];
  const report = <T>(result: Result<T>): T => {
    diagnostics.push(...result.diagnostics);
    return result.value;
  };
  const failed = (): boolean => hasErrors(diagnostics);
  const { sources, protocol, trace } = report(await loadProtocol(request)); //           1, 2  declarations, then names resolved
  const stopped = { value: undefined, diagnostics, trace };
  if (failed()) return stopped;

  const planned = report(await plan(protocol, { ...request, generator: assets.version })); // 3  files and views
  if (failed()) return stopped;

  const rendered = report(await render(planned, { ...assets, emit: request.emit, reuse })); //       4  {path, text}
  if (failed()) return stopped;

  const sealed = report(await seal(rendered, { ...request, mode, verify, generator: assets.version, sources })); // 5
  return { value: sealed, diagnostics, trace };
}

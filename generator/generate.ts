/** The pipeline: files in, one sealed package out. Every stage returns its value and all that it has to report. */
import { hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { ReadRequest } from './1-read/read.ts';
import { plan } from './3-plan/plan.ts';
import { render } from './4-render/render.ts';
import { seal } from './5-seal/seal.ts';
import { acceptAdded } from './5-seal/accept-added.ts';
import { loadClauses, type Assets } from './assets.ts';
import type { PackageRequest } from './config/resolve.ts';
import { readOwnTemplates } from './customize/own-templates.ts';
import { runPlugins } from './customize/run-plugins.ts';
import type { ModuleCache } from './ir/module-cache.ts';
import type { SealedPackage } from './ir/sealed-package.ts';
import type { ReadTrace } from './ir/source-set.ts';
import type { RenderedFile } from './ir/package-plan.ts';
import { loadProtocol, type Loaded } from './load-protocol.ts';

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

/** The first four stages: all files of a package but its manifest. */
export async function renderPackage(
  request: PackageRequest & Pick<ReadRequest, 'described'>,
  { assets, reuse }: Pick<GenerateOptions, 'assets' | 'reuse'>,
): Promise<Result<readonly RenderedFile[] | undefined> & Loaded> {
  const diagnostics: Diagnostic[] = [];
  const report = <T>(result: Result<T>): T => {
    diagnostics.push(...result.diagnostics);
    return result.value;
  };
  const failed = (): boolean => hasErrors(diagnostics);
  const loaded = report(await loadProtocol(request)); //                                 1, 2  declarations, then names resolved
  const stopped = { value: undefined, diagnostics, ...loaded };
  if (failed()) return stopped;

  const clauses = request.html ? await loadClauses() : [];
  const planned = report(await plan(loaded.protocol, { ...request, generator: assets.version, clauses })); // 3  files and views
  const own = report(await readOwnTemplates(request, assets.templates));
  if (failed()) return stopped;

  const rendered = report(await render(planned, { ...assets, own, emit: request.emit, reuse })); // 4  {path, text}
  const added = report(await runPlugins(planned, request, { generator: assets.version }));
  return { ...stopped, value: report(acceptAdded(added, rendered)) };
}

/** Generates one package. After errors `value` is undefined, and nothing has been written. */
export async function generate(
  request: PackageRequest,
  { mode, verify, assets, reuse }: GenerateOptions,
): Promise<Generated> {
  const { value: rendered, diagnostics, sources, trace } = await renderPackage(request, { assets, reuse });
  if (rendered === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics, trace };

  const sealed = await seal(rendered, {
    ...request,
    mode,
    verify,
    sources,
    generator: assets.version,
    customized: request.templates !== undefined || request.plugins.length > 0,
  }); //                                                                                           5  written or compared
  return { value: sealed.value, diagnostics: [...diagnostics, ...sealed.diagnostics], trace };
}

/** Everything that one run of `wiremark generate` does: arguments in, what became of each package out. */
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Assets } from './assets.ts';
import { PackageCache } from './cache/package-cache.ts';
import { customKey } from './cache/custom-key.ts';
import { toolKey } from './cache/tool-key.ts';
import type { GenerateFlags } from './config/ad-hoc.ts';
import { collectRequests } from './config/collect.ts';
import type { PackageRequest } from './config/resolve.ts';
import type { Generated } from './generate.ts';
import type { SealedPackage } from './ir/sealed-package.ts';

export interface Outcome {
  readonly sealed: readonly SealedPackage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly requests: readonly PackageRequest[];
  /** Absolute paths of all files that were read. */
  readonly inputs: readonly string[];
}

/** Packages whose sources and files are as the cache knows them cost nearly nothing: the pipeline is not even loaded. */
export async function generateAll(files: readonly string[], flags: GenerateFlags, cwd: string): Promise<Outcome> {
  const requests = await collectRequests(files, flags, cwd);
  const results: Generated[] = [];
  if (!hasErrors(requests.diagnostics)) {
    const run = runner(flags);
    for (const request of requests.value) results.push(await run(request));
  }
  return {
    sealed: results.flatMap(({ value }) => (value === undefined ? [] : [value])),
    diagnostics: [...requests.diagnostics, ...results.flatMap(({ diagnostics }) => diagnostics)],
    requests: requests.value,
    inputs: results.flatMap(({ trace }) => trace.files),
  };
}

function runner(flags: GenerateFlags): (request: PackageRequest) => Promise<Generated> {
  const mode = flags.check === true ? 'check' : 'write';
  const verify = flags.check === true || flags.verify === true;
  const tool = flags.cache === false ? undefined : toolKey();
  let assets: Assets | undefined;
  return async (request) => {
    const cache = tool === undefined ? undefined : new PackageCache(request, customKey(tool, request));
    const fresh = cache?.fresh({ mode, verify });
    if (fresh !== undefined) return fresh;
    const { loadAssets } = await import('./assets.ts');
    const { generate } = await import('./generate.ts');
    assets ??= await loadAssets();
    const result = await generate(request, { mode, verify, assets, reuse: cache });
    await cache?.keep(result, { verify });
    return result;
  };
}

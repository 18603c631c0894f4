/**
 * What is known of the last generation of a package: whether all is as it was then, and the modules that need not be
 * rendered again. Texts are not kept twice: a module is taken from the package's folder, if it still has the noted hash.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serialize } from 'node:v8';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PackageRequest } from '../config/resolve.ts';
import type { Generated, GenerateOptions } from '../generate.ts';
import type { ModuleCache, RenderedModule } from '../ir/module-cache.ts';
import type { ModuleView, RenderedFile } from '../ir/package-plan.ts';
import type { SealedPackage } from '../ir/sealed-package.ts';
import { cacheFolder, readEntry, sha256, writeEntry } from './entry.ts';
import { noteOutput, noteSources, sameOutput, sameSources, type Output, type Sources } from './fingerprint.ts';

interface NotedModule {
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly runtime: readonly string[];
}

/** The last generation that succeeded. */
interface Generation {
  readonly tool: string;
  readonly request: PackageRequest;
  /** Type-checked, and schemas compiled. */
  readonly verified: boolean;
  readonly notedMs: number;
  readonly sources: Sources;
  readonly outputs: readonly Output[];
  /** Warnings, which are shown again. */
  readonly diagnostics: readonly Diagnostic[];
  /** By the hash of their views. */
  readonly modules: Readonly<Record<string, NotedModule>>;
}

export class PackageCache implements ModuleCache {
  readonly #request: PackageRequest;
  readonly #tool: string;
  readonly #folder: string;
  readonly #name: string;
  readonly #last: Generation | undefined;
  readonly #modules = new Map<string, NotedModule>();

  /** @param tool - As `customKey` gives it. */
  constructor(request: PackageRequest, tool: string) {
    this.#request = request;
    this.#tool = tool;
    this.#folder = cacheFolder(request.cwd);
    this.#name = `${sha256(request.dir).slice(0, 32)}.json`;
    const last = readEntry<Generation>(this.#folder, this.#name);
    this.#last = last?.tool === tool ? last : undefined;
  }

  /** The result of the last generation, when everything it rested on and gave is as it was; else undefined. */
  fresh({ mode, verify }: Pick<GenerateOptions, 'mode' | 'verify'>): Generated | undefined {
    const last = this.#last;
    if (last === undefined || (verify && !last.verified)) return undefined;
    // A plugin may read whatever it likes, so it is run each time.
    if (this.#request.plugins.length > 0) return undefined;
    const { name, dir } = { name: this.#request.packageName, dir: this.#request.dir };
    if (JSON.stringify(last.request) !== JSON.stringify(this.#request) || !sameSources(last.sources)) return undefined;
    if (!last.outputs.every((output) => sameOutput(dir, output, last.notedMs))) return undefined;
    const files = last.outputs.map((output) => output.path);
    const value: SealedPackage = { name, dir, mode, files, written: [], removed: [], stale: [] };
    const trace = { files: last.sources.files.map(({ file }) => file), absent: last.sources.absent };
    return { value, diagnostics: last.diagnostics, trace };
  }

  async take(view: ModuleView, render: () => RenderedModule): Promise<RenderedModule> {
    const key = sha256(serialize([this.#request.emit, view]));
    const noted = this.#last?.modules[key];
    const rendered = (noted && (await this.#asNoted(noted))) ?? render();
    const files = rendered.files.map((file) => ({ path: file.path, sha256: sha256(file.text) }));
    this.#modules.set(key, { files, runtime: rendered.runtime });
    return rendered;
  }

  /** The module from the package's folder; undefined when a file of it is not what was generated. */
  async #asNoted(noted: NotedModule): Promise<RenderedModule | undefined> {
    const files: RenderedFile[] = [];
    for (const file of noted.files) {
      const text = await readFile(path.join(this.#request.dir, file.path), 'utf8').catch(() => undefined);
      if (text === undefined || sha256(text) !== file.sha256) return undefined;
      files.push({ path: file.path, text });
    }
    return { files, runtime: noted.runtime };
  }

  /** Notes a generation that succeeded; one that failed, or is stale, leaves what is known as it is. */
  async keep({ value, diagnostics, trace }: Generated, { verify }: Pick<GenerateOptions, 'verify'>): Promise<void> {
    const { dir } = this.#request;
    if (value === undefined || value.stale.length > 0) return;
    const notedMs = Date.now();
    const sources = noteSources(trace);
    const hashes = await hashesOf(dir);
    const outputs = value.files.map((file) => noteOutput(dir, file, hashes.get(file) ?? ''));
    if (sources === undefined || outputs.some((output) => output === undefined)) return;
    const generation: Generation = {
      tool: this.#tool,
      request: this.#request,
      verified: verify,
      notedMs,
      sources,
      outputs: outputs.filter((output) => output !== undefined),
      diagnostics,
      modules: Object.fromEntries(this.#modules),
    };
    writeEntry(this.#folder, this.#name, generation);
  }
}

/** Hashes of a package's files, as its manifest lists them. */
async function hashesOf(dir: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path.join(dir, 'manifest.json'), 'utf8');
  const { files } = JSON.parse(text) as { files: readonly { path: string; sha256: string }[] };
  return new Map([...files.map((file) => [file.path, file.sha256] as const), ['manifest.json', sha256(text)]]);
}

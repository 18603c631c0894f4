/** Runs the plugins of a package: its plan in, the files that they add out. What they get wrong is told, never thrown. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diagnose, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { PackageRequest } from '../config/resolve.ts';
import type { PackagePlan } from '../ir/package-plan.ts';
import type { AddedFile, Plugin, PluginInput } from '../ir/plugin.ts';
import type { Descriptor } from '../ir/schema/descriptor.gen.ts';
import { frozenCopy } from './frozen-copy.ts';

/** A promise that never settles must not hold up CI: ms that a plugin may take. */
const patienceMs = 60_000;

/** A package of more files is a mistake, such as a loop that does not end. */
const maxFiles = 10_000;

type PluginRequest = Pick<PackageRequest, 'cwd' | 'plugins' | 'packageName' | 'packageVersion'>;

/**
 * @param plan - Each plugin gets a copy of its own.
 * @param options.generator - Version of wiremark.
 * @returns Files in the order of the plugins; paths are not checked yet. Diagnostics: WM4006 for each that fails.
 */
export async function runPlugins(
  plan: PackagePlan,
  request: PluginRequest,
  { generator, waitMs = patienceMs }: { readonly generator: string; readonly waitMs?: number },
): Promise<Result<readonly AddedFile[]>> {
  const value: AddedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const plugin of request.plugins) {
    const fault = (problem: string, fix = 'Correct the plugin; nothing was written.'): void =>
      void diagnostics.push(diagnose('WM4006', undefined, { plugin, problem, fix }));
    try {
      const run = await load(plugin, request.cwd);
      if (typeof run !== 'function') {
        fault(
          'exports no function by default',
          'Write "export default function (input) { return [{ path, text }]; }".',
        );
        continue;
      }
      const added = await within(waitMs, run(inputOf(plan, request, generator)));
      if (added === late) fault(`gave nothing for ${waitMs / 1000} s`);
      else if (!Array.isArray(added) || added.length > maxFiles) fault(`must return at most ${maxFiles} files`);
      else if (!added.every(isFile)) fault('must return an array of { path, text }, both strings');
      else value.push(...added.map(({ path, text }) => ({ path, text, plugin })));
    } catch (error) {
      fault(`failed: ${problemOf(error)}`);
    }
  }
  return { value, diagnostics };
}

/** A path, or a package that is installed where the configuration lies. TypeScript is welcome. */
async function load(plugin: string, cwd: string): Promise<Plugin | undefined> {
  const { createJiti } = await import('jiti');
  // Without caches a watch sees what was saved, in the plugin and in what it imports.
  const jiti = createJiti(path.join(cwd, 'wiremark.config.js'), {
    moduleCache: false,
    fsCache: false,
    alias: { wiremark: path.join(packageRoot(), 'dist/generator/config/config.js') },
  });
  const file = path.resolve(cwd, plugin);
  return jiti.import<Plugin | undefined>(existsSync(file) ? file : plugin, { default: true });
}

function inputOf(plan: PackagePlan, request: PluginRequest, generator: string): PluginInput {
  const copy = frozenCopy(plan);
  const descriptor = copy.files.find((file) => file.path === 'descriptor.json');
  if (descriptor?.kind !== 'json') throw new Error('The plan has no descriptor.');
  return Object.freeze({
    package: Object.freeze({ name: request.packageName, version: request.packageVersion }),
    generator,
    descriptor: descriptor.value as Descriptor,
    plan: copy,
  });
}

const late = Symbol('late');

async function within<T>(ms: number, result: T | Promise<T>): Promise<T | typeof late> {
  const over = new AbortController();
  const timer = sleep(ms, late, { signal: over.signal }).catch(() => late);
  try {
    return await Promise.race([result, timer as Promise<typeof late>]);
  } finally {
    over.abort();
  }
}

function isFile(file: unknown): file is { path: string; text: string } {
  const { path, text } = (file ?? {}) as { path?: unknown; text?: unknown };
  return typeof path === 'string' && typeof text === 'string';
}

/** The first line of what was thrown, whatever it is. */
function problemOf(error: unknown): string {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : 'it threw no Error';
  return text.split('\n')[0]!.replace(/\.$/, '');
}

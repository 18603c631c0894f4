/** What the generator brings along: its version, its templates, the runtime library compiled, and the clauses. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../diagnostics/package-root.ts';
import type { Clauses } from './ir/schema/clauses.gen.ts';
import { toolVersion } from './tool-version.ts';

export interface Assets {
  readonly version: string;
  /** Template texts by name, without `.hbs`. */
  readonly templates: ReadonlyMap<string, string>;
  /** Texts of the runtime modules by name, then by ending: `.ts`, `.js`, `.d.ts`, `.js.map`. */
  readonly runtime: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Reads templates and runtime library. The compiled runtime lies in `dist/`, which `npm run build` makes. */
export async function loadAssets(): Promise<Assets> {
  const root = packageRoot();
  const [templates, runtime] = await Promise.all([
    loadTemplates(),
    readRuntime(path.join(root, 'templates/runtime'), path.join(root, 'dist/templates/runtime')),
  ]);
  return { version: toolVersion(), templates, runtime };
}

/** Reads the bundled templates. */
export async function loadTemplates(): Promise<Assets['templates']> {
  const folder = path.join(packageRoot(), 'templates');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.hbs')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return new Map(names.map((name, i) => [name.replaceAll('\\', '/').replace(/\.hbs$/, ''), texts[i]!]));
}

/** Reads the clauses that implementations are judged by, in the order of their areas. */
export async function loadClauses(): Promise<readonly Clauses[]> {
  const { parse } = await import('yaml');
  const folder = path.join(packageRoot(), 'spec/clauses');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => parse(await readFile(path.join(folder, name), 'utf8')) as Clauses));
}

async function readRuntime(sources: string, compiled: string): Promise<Assets['runtime']> {
  const names = (await readdir(sources))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
  const modules = await Promise.all(
    names.map(async (name): Promise<[string, Readonly<Record<string, string>>]> => {
      const read = (folder: string, ending: string): Promise<string> =>
        readFile(path.join(folder, name + ending), 'utf8');
      const [ts, js, dts, map] = await Promise.all([
        read(sources, '.ts'),
        read(compiled, '.js'),
        read(compiled, '.d.ts'),
        read(compiled, '.js.map'),
      ]);
      return [name, { '.ts': ts, '.js': js, '.d.ts': dts, '.js.map': portable(map, `${name}.ts`, ts) }];
    }),
  );
  return new Map(modules);
}

/** A source map that carries its source, so that it works wherever the package is installed. */
function portable(map: string, source: string, text: string): string {
  return `${JSON.stringify({ ...(JSON.parse(map) as object), sources: [source], sourcesContent: [text] })}\n`;
}

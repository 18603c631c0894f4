/**
 * Every folder of fixtures/generator is a scenario: `input/` with a `request.json`, the files expected of it, and the
 * diagnostics as a user reads them. `npm run golden:update` rewrites what is expected; a surplus file fails too.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatText } from '../diagnostics/format/text.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { packageRoot } from '../diagnostics/package-root.ts';
import { loadAssets, type Assets } from './assets.ts';
import type { PackageConfig } from './config/config.ts';
import { resolvePackage } from './config/resolve.ts';
import { generate } from './generate.ts';

/** `input/request.json`: a package configuration without `out`, and which files are golden. */
interface Request extends Partial<Omit<PackageConfig, 'out'>> {
  /** Globs of the files to compare. Default: the modules, without runtime and source maps. */
  readonly golden?: readonly string[];
}

const folder = path.join(packageRoot(), 'fixtures/generator');
const defaultGolden = ['lib/*.{js,ts}', '!lib/{index,validators,arbitraries,emitter}.*'];
const update = process.env['UPDATE_GOLDEN'] === '1';

let assets: Assets;
let temporary: string;
beforeAll(async () => {
  assets = { ...(await loadAssets()), version: '0.0.0' };
  temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-scenarios-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

const scenarios = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).sort();

describe.each(scenarios.map((entry) => entry.name))('%s', (name) => {
  const scenario = path.join(folder, name);
  const input = path.join(scenario, 'input');

  it('gives the expected files and diagnostics', async () => {
    const request = JSON.parse(await readFile(path.join(input, 'request.json'), 'utf8')) as Request;
    const out = path.join(temporary, name);
    const config = { name, ...request, out };
    const resolved = await resolvePackage(config, input);
    expect(resolved.diagnostics).toEqual([]);
    const result = await generate(resolved.value, { mode: 'write', verify: false, assets });

    const texts = new Map<string, string>();
    for (const file of await readdir(input, { recursive: true })) {
      const text = await readFile(path.join(input, file), 'utf8').catch(() => undefined);
      if (text !== undefined) texts.set(file.replaceAll('\\', '/'), text);
    }
    const diagnostics = await formatText(result.diagnostics, { sourceOf: (file) => texts.get(file), color: false });
    if (hasErrors(result.diagnostics)) expect(existsSync(out), 'nothing is written after an error').toBe(false);

    const expected = path.join(scenario, 'expected');
    const golden = existsSync(out) ? await glob([...(request.golden ?? defaultGolden)], { cwd: out }) : [];
    if (update) {
      await rm(expected, { recursive: true, force: true });
      for (const file of golden.sort()) {
        await mkdir(path.dirname(path.join(expected, file)), { recursive: true });
        await writeFile(path.join(expected, file), await readFile(path.join(out, file)));
      }
      await writeFile(path.join(scenario, 'diagnostics.txt'), diagnostics);
      return;
    }
    expect(diagnostics).toBe(await readFile(path.join(scenario, 'diagnostics.txt'), 'utf8'));
    const wanted = existsSync(expected) ? (await glob('**', { cwd: expected })).sort() : [];
    expect(golden.sort()).toEqual(wanted);
    for (const file of wanted) {
      expect(await readFile(path.join(out, file), 'utf8'), file).toBe(
        await readFile(path.join(expected, file), 'utf8'),
      );
    }
  });
});

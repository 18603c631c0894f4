/**
 * Every folder of fixtures/import is a scenario: `input/` with a `request.json`, the draft expected of its documents, and
 * the diagnostics as a user reads them. `npm run golden:update` rewrites what is expected; a surplus file fails too.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { formatText } from '../../diagnostics/format/text.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { read } from '../1-read/read.ts';
import { link } from '../2-link/link.ts';
import type { Reader } from './detect.ts';
import { readGiven } from './given.ts';
import { importDocuments } from './import.ts';
import type { OutputFile } from './output.ts';

/** `input/request.json`. */
interface Request {
  readonly files: readonly string[];
  readonly from?: Reader;
  readonly name?: string;
  readonly numbers?: readonly string[];
  readonly overlays?: readonly string[];
  /** Codes of what `generate` has to say of the draft. Default: none, the draft is fit to generate from. */
  readonly unfit?: readonly string[];
}

const folder = path.join(packageRoot(), 'fixtures/import');
const update = process.env['UPDATE_GOLDEN'] === '1';

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-import-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

const scenarios = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());

describe.each(scenarios.map(({ name }) => name).sort())('%s', (name) => {
  const scenario = path.join(folder, name);
  const input = path.join(scenario, 'input');

  it('gives the expected draft and diagnostics', async () => {
    const request = JSON.parse(await readFile(path.join(input, 'request.json'), 'utf8')) as Request;
    const files = await Promise.all(
      request.files.map(async (file) => ({ file, text: await readFile(path.join(input, file), 'utf8') })),
    );
    const given = await readGiven({ cwd: input, numbers: request.numbers ?? [], overlays: request.overlays ?? [] });
    const result = await importDocuments({ files, from: request.from, name: request.name, ...given.value });
    const draft = result.value ?? [];
    const diagnostics = [...given.diagnostics, ...result.diagnostics];
    const overlays = await Promise.all(
      (request.overlays ?? []).map(async (file) => ({ file, text: await readFile(path.join(input, file), 'utf8') })),
    );
    const texts = new Map([...files, ...overlays].map(({ file, text }) => [file, text]));
    const shown = await formatText(diagnostics, { sourceOf: (file) => texts.get(file), color: false });
    if (hasErrors(diagnostics)) expect(draft).toEqual([]);

    const expected = path.join(scenario, 'expected');
    if (update) {
      await rm(expected, { recursive: true, force: true });
      await writeAll(expected, draft);
      await writeFile(path.join(scenario, 'diagnostics.txt'), shown);
    }
    expect(shown).toBe(await readFile(path.join(scenario, 'diagnostics.txt'), 'utf8'));
    const wanted = existsSync(expected) ? (await glob('**', { cwd: expected })).sort() : [];
    expect(draft.map((file) => file.path).sort()).toEqual(wanted);
    for (const file of draft) {
      expect(file.text, file.path).toBe(await readFile(path.join(expected, file.path), 'utf8'));
    }
    const codes = await codesOf(draft, path.join(temporary, name));
    expect([...new Set(codes)].sort()).toEqual(request.unfit ?? []);
  });
});

async function writeAll(target: string, draft: readonly OutputFile[]): Promise<void> {
  for (const file of draft) {
    await mkdir(path.dirname(path.join(target, file.path)), { recursive: true });
    await writeFile(path.join(target, file.path), file.text);
  }
}

/** Reads and links the draft as `generate` does; gives the codes of its errors. */
async function codesOf(draft: readonly OutputFile[], cwd: string): Promise<string[]> {
  await writeAll(cwd, draft);
  const of = (ending: string): string[] => draft.map((file) => file.path).filter((each) => each.endsWith(ending));
  const sources = await read({
    cwd,
    protos: of('.proto'),
    roots: [],
    specs: of('.spec.yaml'),
    overlays: of('.overlay.yaml'),
  });
  const linked = link(sources.value, { name: 'draft', int64: 'bigint', int64Of: {} });
  const errors = [...sources.diagnostics, ...linked.diagnostics].filter(({ severity }) => severity === 'error');
  return errors.map(({ code }) => code);
}

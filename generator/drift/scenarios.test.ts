/**
 * Every folder of fixtures/drift is a scenario: a spec and declarations in `input/`, the report in each of its forms in
 * `expected/`. `npm run golden:update` rewrites what is expected; a surplus file fails too.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { createValidator, readDocument } from '../../diagnostics/document.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { runDrift, type DriftFlags } from '../commands/drift.ts';
import { driftOf, isFinding } from './drift.ts';
import { formatDrift } from './format/formats.ts';
import { driftFormats } from './format/names.ts';
import { readMap } from './request.ts';
import { readSdks } from './sdk.ts';
import { descriptorOf } from './test/descriptor.ts';

const folder = path.join(packageRoot(), 'fixtures/drift');
const update = process.env['UPDATE_GOLDEN'] === '1';
const endings = { text: 'txt', json: 'json', markdown: 'md', html: 'html' } as const;
/** Scenarios without findings. */
const fine = new Set(['clean']);

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-drift-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));
afterEach(() => void vi.restoreAllMocks());

async function run(
  cwd: string,
  declarations: readonly string[],
  flags: DriftFlags,
): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  vi.spyOn(process, 'cwd').mockReturnValue(cwd);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((printed.err += String(text)), true));
  const code = await runDrift(declarations, flags);
  vi.restoreAllMocks();
  return { code, ...printed };
}

async function packageOf(name: string): Promise<string> {
  const target = path.join(temporary, name);
  await mkdir(target, { recursive: true });
  const descriptor = await descriptorOf(path.join(folder, name, 'input'));
  await writeFile(path.join(target, 'descriptor.json'), JSON.stringify(descriptor));
  return target;
}

const scenarios = (await readdir(folder)).sort();

describe.each(scenarios)('%s', (name) => {
  const input = path.join(folder, name, 'input');
  const expected = path.join(folder, name, 'expected');

  it('gives the expected report in every form', async () => {
    const entries = await readdir(input, { withFileTypes: true });
    const declarations = entries
      .filter((each) => each.isDirectory() || each.name.endsWith('.d.ts'))
      .map((each) => each.name)
      .sort();
    const maps = existsSync(path.join(input, 'map.yaml')) ? ['map.yaml'] : [];
    const sdks = await readSdks(declarations, input);
    const map = await readMap(maps, input);
    expect([...sdks.diagnostics, ...map.diagnostics]).toEqual([]);
    const report = await driftOf(await descriptorOf(input), sdks.value, map.value);
    const findings = report.sdks.flatMap(({ types }) => types.flatMap(({ rows }) => rows.filter(isFinding)));
    expect(findings.length === 0).toBe(fine.has(name));
    if (update) await rm(expected, { recursive: true, force: true });
    for (const format of driftFormats) {
      const text = formatDrift(report, format);
      const file = path.join(expected, `report.${endings[format]}`);
      if (update) await mkdir(expected, { recursive: true }).then(() => writeFile(file, text));
      expect(text, format).toBe(await readFile(file, 'utf8'));
    }
    const wanted = Object.values(endings).map((ending) => `report.${ending}`);
    expect((await glob('**', { cwd: expected })).sort()).toEqual(wanted.sort());
  });
});

test('reports keep the published schema', async () => {
  const schema = path.join(packageRoot(), 'spec/schema/drift.schema.json');
  const validate = await createValidator(JSON.parse(await readFile(schema, 'utf8')) as object);
  for (const name of scenarios) {
    const file = path.join(folder, name, 'expected/report.json');
    const { value } = await readDocument({ file, text: await readFile(file, 'utf8') });
    expect(validate(value!), name).toEqual([]);
  }
});

test('the command prints the report and exits 1', async () => {
  const input = path.join(folder, 'enums/input');
  const flags = { package: await packageOf('enums'), map: ['ContentType=MessageKind', 'ContentType=NoticeKind'] };
  const { code, out, err } = await run(input, ['native', 'web'], { ...flags, format: 'text' });
  expect(err).toBe('');
  expect(out).toBe(await readFile(path.join(folder, 'enums/expected/report.txt'), 'utf8'));
  expect(code).toBe(1);
});

test('what cannot be compared is wrong usage, told all at once', async () => {
  const input = path.join(folder, 'enums/input');
  const flags = { package: await packageOf('enums'), format: 'text' } as const;
  const missing = await run(input, ['nowhere.d.ts', 'map.yaml'], { ...flags, map: ['none.yaml'] });
  expect(missing).toMatchObject({ code: 2, out: '' });
  for (const said of ['nowhere.d.ts', 'none.yaml']) expect(missing.err).toContain(`"${said}" does not exist`);
  const stale = await run(input, ['web'], { ...flags, map: ['Devices=Device', 'Mood=Moods'] });
  expect(stale).toMatchObject({ code: 2, out: '' });
  expect(stale.err).toContain('Did you mean "Device"?');
  expect(stale.err).toContain('"Mood" is "Moods"');
  const none = await run(input, ['web'], { package: 'nowhere', format: 'text' });
  expect(none).toMatchObject({ code: 2, out: '' });
  expect(none.err).toContain('WM6001');
  await writeFile(path.join(flags.package, 'descriptor.json'), '{"format":1}');
  const damaged = await run(input, ['web'], flags);
  expect(damaged).toMatchObject({ code: 2, out: '' });
  expect(damaged.err).toContain('WM6002');
});

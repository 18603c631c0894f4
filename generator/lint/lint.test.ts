/**
 * Every folder of fixtures/lint is a case: sources, and the findings as a user reads them (`expected.txt`; `UPDATE_GOLDEN=1`
 * rewrites them). A folder with the name of a rule shows that rule alone, and beside what it finds what it must not find.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { glob } from 'tinyglobby';
import { describe, expect, it, test } from 'vitest';
import { formatText } from '../../diagnostics/format/text.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { sources } from '../test/arbitrary-sources.ts';
import { loadTexts } from '../test/load-texts.ts';
import { lintSources, unknownSeverities } from './lint-sources.ts';
import { lint, type Severities } from './lint.ts';
import { lintRules } from './rules.ts';

const folder = path.join(packageRoot(), 'fixtures/lint');
const update = process.env['UPDATE_GOLDEN'] === '1';
const names = lintRules.map(({ name }) => name);
const cases = await readdir(folder);

describe.each(cases.sort())('%s', (name) => {
  it('gives the expected findings', async () => {
    const cwd = path.join(folder, name);
    const files = async (pattern: string): Promise<string[]> => (await glob(pattern, { cwd })).sort();
    const config = {
      name,
      out: 'out',
      protos: await files('*.proto'),
      specs: await files('*.spec.yaml'),
      overlays: await files('*.overlay.yaml'),
    };
    const others: Severities = Object.fromEntries(names.filter((rule) => rule !== name).map((rule) => [rule, 'off']));
    const severities = names.includes(name) ? others : {};
    const request = { packages: [config], folder: cwd, severities, suppressions: [] };
    const { value, diagnostics } = await lintSources(request);
    expect(diagnostics).toEqual([]);
    const { findings } = value!;
    if (names.includes(name)) expect(new Set(findings.map(({ facts }) => facts?.['rule']))).toEqual(new Set([name]));
    const texts = new Map<string, string>();
    for (const file of await readdir(cwd)) texts.set(file, await readFile(path.join(cwd, file), 'utf8'));
    const text = await formatText(findings, { sourceOf: (file) => texts.get(file), color: false });
    const golden = path.join(cwd, 'expected.txt');
    if (update) await writeFile(golden, text);
    else expect(text).toBe(await readFile(golden, 'utf8'));
  });
});

test('each rule has a case, a name and a code of its own', () => {
  expect(names.filter((name) => !cases.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(lintRules.map(({ code }) => code)).size).toBe(names.length);
});

test('severities are the configured ones, and unknown rules are told', async () => {
  const { protocol } = await loadTexts({ 'a.proto': 'syntax = "proto3"; message A {}' });
  expect(lint(protocol, {}).map(({ code, severity }) => `${code} ${severity}`)).toEqual(['WM7107 warning']);
  expect(lint(protocol, { 'package-missing': 'error' })).toMatchObject([{ severity: 'error' }]);
  expect(lint(protocol, { 'package-missing': 'off' })).toEqual([]);
  expect(unknownSeverities({ 'package-mising': 'off' }, () => undefined)).toMatchObject([{ code: 'WM7903' }]);
});

test('whatever the sources hold, linting them ends well', async () => {
  await fc.assert(
    fc.asyncProperty(sources, async (texts) => {
      for (const { message } of lint((await loadTexts(texts)).protocol, {}))
        expect(message).not.toMatch(/undefined|\{\w+\}/);
    }),
    { numRuns: 8 },
  );
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { certify } from '../certify.ts';
import { exitCodeOf } from '../commands/deliver-report.ts';
import type { CertifyRequest } from '../certify.ts';
import type { Report } from '../model/report.gen.ts';
import { schemaFault } from '../read-json.ts';
import { cases, dislikesLargeNumbers, reportOn, requestFor, textTestee } from '../test/kit.ts';
import { compareReports } from './compare.ts';
import { formatReport } from './formats.ts';
import { mergeReports } from './merge.ts';

const right = textTestee((text) => text);
const notNice = textTestee((text) => (text.includes('nice') ? '0' : text));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function saved(report: Report): Promise<string> {
  const file = path.join(folder, 'earlier.json');
  await writeFile(file, await formatReport(report, 'json', false));
  return file;
}

const without = (...ids: readonly string[]): Partial<CertifyRequest> => ({
  sources: [{ name: 'fewer', cases: async () => cases.filter(({ id }) => !ids.includes(id)) }],
});

const told = ({ baseline }: Report): readonly string[] | undefined =>
  baseline?.changes.map(({ kind, id, regression }) => `${kind} ${id}${regression ? ' !' : ''}`);

test('what fails now, what is fixed, what came and what went are told apart', async () => {
  const earlier = await reportOn(dislikesLargeNumbers, without('fixed/one'));
  const report = await reportOn(notNice, { ...without('fixed/two'), baseline: await saved(earlier) });
  expect(told(report)).toEqual([
    'newly-failing fixed/nice !',
    'new fixed/one',
    'gone fixed/two',
    'fixed property/numbers',
  ]);
  expect(await schemaFault(report, 'report')).toBeUndefined();
  expect(report.baseline?.differs).toEqual([]);
});

test('a regression fails a run that is conformant otherwise, and the text says why', async () => {
  const report = await reportOn(notNice, { baseline: await saved(await reportOn(right, { seed: 7 })) });
  expect({ outcome: report.outcome, exit: exitCodeOf(report) }).toEqual({ outcome: 'conformant', exit: 1 });
  const renamed = { ...report, baseline: { ...report.baseline!, file: 'main\u001b.json' } };
  const text = await formatReport(renamed, 'text', false);
  expect(text.slice(text.indexOf('\nSince'))).toMatchInlineSnapshot(`
    "
    Since main\\u001b.json
      seed 7 -> 1
      Newly failing: 1
        ✗ fixed/nice (pass -> fail, recommended)
    REGRESSED 1 case passed then and does not now.
    "
  `);
  expect(await formatReport(renamed, 'markdown', false)).toContain('| Newly failing | 1 | `fixed/nice` |');
});

test('nothing changed, nothing is wrong; failing as before is no regression', async () => {
  const report = await reportOn(dislikesLargeNumbers, { baseline: await saved(await reportOn(dislikesLargeNumbers)) });
  expect(report.baseline).toMatchObject({ changes: [], regressions: 0 });
  expect(exitCodeOf(report)).toBe(1);
  expect(await formatReport(report, 'text', false)).toContain('Every case came out as it did then.');
});

test('a capability that is no longer declared is a regression; a listed failure is none', async () => {
  const able = await reportOn(textTestee((text) => text, ['wings']));
  expect(told({ ...able, baseline: compareReports(await reportOn(right), able, 'x') })).toEqual([
    'unjudged fixed/needy !',
  ]);
  const list = path.join(folder, 'list.json');
  const entries = [{ pattern: 'fixed/nice', reason: 'Ticket 12.' }];
  await writeFile(list, JSON.stringify({ entries }));
  const listed = await reportOn(notNice, { knownFailing: [list], baseline: await saved(await reportOn(right)) });
  expect(told(listed)).toEqual(['newly-failing fixed/nice']);
  expect(exitCodeOf(listed)).toBe(0);
});

test('what either run left out is neither new nor gone', async () => {
  const selection = { run: ['fixed/**'], skip: [], level: 'required' } as const;
  const [whole, part] = [await reportOn(right), await reportOn(right, { selection })];
  expect(compareReports(part, whole, 'x').changes).toEqual([]);
  expect(compareReports(whole, part, 'x').changes).toEqual([]);
});

test('a shard is compared with the whole; the comparison does not outlive the merge', async () => {
  const baseline = await saved(await reportOn(right));
  const shards = await Promise.all(
    [1, 2].map((index) =>
      reportOn(right, { baseline, selection: { run: [], skip: [], level: 'required', shard: { index, count: 2 } } }),
    ),
  );
  expect(shards.map(told)).toEqual([[], []]);
  expect(mergeReports(shards, []).value).not.toHaveProperty('baseline');
});

test('the report of another kind of run is refused', async () => {
  const baseline = await saved({ ...(await reportOn(right)), role: 'client' });
  const { value, diagnostics } = await certify(requestFor(right, { baseline }));
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, message }) => [code, message.includes('another role')])).toEqual([['WM6006', true]]);
});

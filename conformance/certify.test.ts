import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { certify } from './certify.ts';
import { exitCodeOf } from './commands/deliver-report.ts';
import type { FixedCase } from './model/case.ts';
import type { Report } from './model/report.gen.ts';
import { schemaFault } from './read-json.ts';
import { mergeReports } from './report/merge.ts';
import { fixtureOf } from './report/save-failures.ts';
import { clauses, dislikesLargeNumbers, lasting, reportOn, requestFor, resultOf, textTestee } from './test/kit.ts';

const right = textTestee((text) => text);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('outcomes', () => {
  test('what is right is conformant, and what was not declared is skipped', async () => {
    const report = await reportOn(right);
    expect(report).toMatchObject({ outcome: 'conformant', counts: { pass: 4, skipped: 1, executed: 4 } });
    expect(report.clauses.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'echo.fixed passed',
      'echo.nice passed',
      'echo.numbers passed',
      'echo.unseen skipped',
    ]);
    expect(exitCodeOf(report)).toBe(0);
    expect(await schemaFault(report, 'report')).toBeUndefined();
  });

  test('skipping what was declared is a failure', async () => {
    const report = await reportOn(textTestee(() => undefined, ['wings']));
    expect(report).toMatchObject({ outcome: 'not-conformant', counts: { fail: 5, executed: 5 } });
    expect(exitCodeOf(report)).toBe(1);
  });

  test('a run in which nothing was executed fails', async () => {
    const report = await reportOn(right, { selection: { run: ['fixed/needy'], skip: [], level: 'required' } });
    expect(report).toMatchObject({ outcome: 'nothing-executed', counts: { skipped: 1, executed: 0 } });
    expect(exitCodeOf(report)).toBe(1);
  });

  test('a pattern that leaves no case is a fault of usage', async () => {
    const selection = { run: ['no/such/**'], skip: [], level: 'required' } as const;
    const { value, diagnostics } = await certify(requestFor(right, { selection }));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM6005']);
  });

  test('a recommended clause decides only when it is asked for', async () => {
    const wrong = textTestee((text) => (text.includes('nice') ? '0' : text));
    const lenient = await reportOn(wrong);
    expect(lenient).toMatchObject({ outcome: 'conformant', counts: { fail: 1 } });
    expect(lenient.summary).toContain('echo.nice (recommended)');
    const strict = await reportOn(wrong, { selection: { run: [], skip: [], level: 'recommended' } });
    expect(strict.outcome).toBe('not-conformant');
  });

  test('a testee that cannot start gives a report, not an exception', async () => {
    const report = await reportOn({ handle: () => Promise.reject(new Error('no legs')) });
    expect(report).toMatchObject({ outcome: 'not-started', counts: { errored: 5, executed: 0 } });
    expect(report.summary).toContain('no legs');
    expect(await schemaFault(report, 'report')).toBeUndefined();
  });

  test('an interrupted run tells what it found', async () => {
    const controller = new AbortController();
    let answers = 0;
    const report = await reportOn(
      textTestee((text) => {
        if (++answers === 3) controller.abort();
        return text;
      }),
      { signal: controller.signal },
    );
    expect(report.outcome).toBe('interrupted');
    expect(report.counts.errored).toBeGreaterThan(0);
    expect(report.results).toHaveLength(5);
    expect(exitCodeOf(report)).toBe(1);
  });

  test('an arbitrary or a case that is broken is a fault of the kit, and of that case alone', async () => {
    const broken = [
      {
        name: 'broken',
        cases: () =>
          Promise.resolve([
            {
              ...fixedCase('broken/use'),
              steps: [{ command: { cmd: 'sync', session: 'x' }, replies: [{ kind: 'ok' }] }],
            } as FixedCase,
            fixedCase('fine/one'),
          ]),
      },
    ];
    const report = await reportOn(right, { sources: broken });
    expect(report.results.map(({ verdict }) => verdict)).toEqual(['errored', 'pass']);
    expect(report.outcome).toBe('not-conformant');
  });
});

const fixedCase = (id: string): FixedCase => ({
  kind: 'fixed',
  id,
  role: 'codec',
  level: 'required',
  clauses: ['echo.fixed'],
  description: 'A case.',
  needs: [],
  steps: [
    {
      command: { cmd: 'transcode', type: 'T', from: 'json', to: 'json', data: { text: '1' } },
      replies: [{ kind: 'ok' }],
    },
  ],
});

describe('generated cases', () => {
  test('the counterexample is as small as it gets, and its seed and path give it again', async () => {
    const report = await reportOn(dislikesLargeNumbers);
    const { counterexample } = resultOf(report, 'property/numbers');
    expect(counterexample?.steps[0]?.command).toMatchObject({ data: { text: '[500]' } });
    expect(counterexample?.shrinks).toBeGreaterThan(0);
    const again = await reportOn(dislikesLargeNumbers, {
      path: counterexample?.path ?? '',
      selection: { run: ['property/numbers'], skip: [], level: 'required' },
    });
    const repeated = resultOf(again, 'property/numbers').counterexample;
    expect(repeated?.steps).toEqual(counterexample?.steps);
    expect(repeated?.examples).toBe(1);
  });

  test('the same seed gives the same report, and the same examples in the same order', async () => {
    const [one, two] = await Promise.all([reportOn(dislikesLargeNumbers), reportOn(dislikesLargeNumbers)]);
    expect(lasting(one)).toEqual(lasting(two));
    const drawn = async (seed: number): Promise<readonly string[]> => {
      const texts: string[] = [];
      const testee = textTestee((text) => {
        texts.push(text);
        return text;
      });
      await reportOn(testee, { seed, runs: 20, selection: { run: ['property/**'], skip: [], level: 'required' } });
      return texts;
    };
    const texts = await drawn(1);
    expect(texts).toHaveLength(20);
    expect(await drawn(1)).toEqual(texts);
    expect(await drawn(2)).not.toEqual(texts);
  });

  test('a failure is a fixture of its own, which fails and passes like the case that it came from', async () => {
    const report = await reportOn(dislikesLargeNumbers);
    const fixture = fixtureOf(report, resultOf(report, 'property/numbers'));
    expect(await schemaFault(fixture, 'fixture')).toBeUndefined();
    expect(fixture.cases[0]?.provenance).toMatchObject({ case: 'property/numbers', seed: 1 });
    const sources = [
      { name: 'saved', cases: async () => fixture.cases.map((one) => ({ kind: 'fixed' as const, ...one })) },
    ];
    expect((await reportOn(dislikesLargeNumbers, { sources })).outcome).toBe('not-conformant');
    expect((await reportOn(right, { sources })).outcome).toBe('conformant');
  });
});

describe('lists', () => {
  const list = async (pattern: string, reason = 'an old bug'): Promise<readonly string[]> => {
    const file = path.join(folder, 'list.json');
    await writeFile(file, JSON.stringify({ entries: [{ pattern, reason }] }));
    return [file];
  };

  test('a listed failure does not fail the run, and does not make a certificate either', async () => {
    const report = await reportOn(dislikesLargeNumbers, { knownFailing: await list('property/**') });
    expect(report).toMatchObject({ outcome: 'known-failures', counts: { 'known-failure': 1, fail: 0 } });
    expect(exitCodeOf(report)).toBe(0);
  });

  test.each(['fixed/one', 'fixed/*', 'no/such/case'])(
    'the entry "%s", which no longer holds, fails the run',
    async (pattern) => {
      const report = await reportOn(right, { knownFailing: await list(pattern) });
      expect(report.outcome).toBe('not-conformant');
      expect(report.lists).toHaveLength(1);
      expect(report.lists[0]?.place).toMatch(/list\.json:1$/);
    },
  );

  test('an entry without a reason is a fault of configuration', async () => {
    const { value, diagnostics } = await certify(requestFor(right, { knownFailing: await list('fixed/one', ' ') }));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM6003']);
  });
});

describe('shards', () => {
  const shards = (count: number): Promise<Report[]> =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        reportOn(dislikesLargeNumbers, {
          selection: { run: [], skip: [], level: 'required', shard: { index: i + 1, count } },
        }),
      ),
    );

  test('merged they are equal to one whole run', async () => {
    const parts = await shards(2);
    expect(parts.map(({ counts }) => counts.total)).toEqual([3, 2]);
    const merged = mergeReports(parts, clauses);
    expect(merged.diagnostics).toEqual([]);
    expect(lasting(merged.value!)).toEqual(lasting(await reportOn(dislikesLargeNumbers)));
  });

  test.each<[string, (parts: Report[]) => Report[]]>([
    ['a shard is missing', (parts) => parts.slice(1)],
    ['a shard is there twice', (parts) => [parts[0]!, parts[0]!]],
    ['the seeds differ', ([a, b]) => [a!, { ...b!, seed: 9 }]],
    ['the case sets differ', ([a, b]) => [a!, { ...b!, suite: { ...b!.suite, cases: 'other' } }]],
    ['none is there', () => []],
  ])('refused when %s', async (_, spoil) => {
    const { value, diagnostics } = mergeReports(spoil(await shards(2)), clauses);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM6007']);
  });
});

describe('what cannot be certified', () => {
  test.each([
    ['a folder that is not there', './no/such/folder', 'WM6001'],
    ['a folder without a descriptor', '.', 'WM6001'],
    ['a name that is no name', '../../../etc/passwd', 'WM6001'],
    ['nothing', '', 'WM6001'],
    ['a file', 'package.json', 'WM6001'],
  ])('%s', async (_, name, code) => {
    const { value, diagnostics } = await certify(requestFor(right, { package: name }));
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test.each([
    ['that is not JSON', '{', 'WM6001'],
    ['of another shape', '{"format":1}', 'WM6002'],
    ['with a hostile key', '{"__proto__":{"format":1}}', 'WM6002'],
  ])('a descriptor %s', async (_, text, code) => {
    await writeFile(path.join(folder, 'descriptor.json'), text);
    const { diagnostics } = await certify(requestFor(right, { package: folder }));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test('a binding that the package does not have', async () => {
    const { diagnostics } = await certify(requestFor(right, { role: 'client', binding: 'smoke-signals' }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM6004']);
  });

  test('cases that are there twice, or name unknown clauses', async () => {
    const sources = [
      {
        name: 'twice',
        cases: () => Promise.resolve([fixedCase('a'), fixedCase('a'), { ...fixedCase('b'), clauses: ['no.such'] }]),
      },
    ];
    const { diagnostics } = await certify(requestFor(right, { sources }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM6008', 'WM6009']);
  });
});

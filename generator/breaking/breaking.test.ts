/**
 * Every folder of fixtures/breaking is a pair: `before/`, `after/` and the findings as a user reads them (`expected.txt`;
 * `UPDATE_GOLDEN=1` rewrites them). Pairs of protos also hold what buf finds (`buf.json`, recorded by `npm run
 * breaking:buf`); ours is the same but for what `differences.yaml` lists with its reason.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { breakingProtoEntries } from '../../diagnostics/catalogue/breaking-proto.ts';
import { checkDocument } from '../../diagnostics/document.ts';
import { formatJson } from '../../diagnostics/format/json.ts';
import { formatText } from '../../diagnostics/format/text.ts';
import { packageRoot } from '../../diagnostics/package-root.ts';
import type { Protocol } from '../ir/protocol.ts';
import { closingOf } from './closing.ts';
import { compare } from './compare.ts';
import { rules, ruleSets, type RuleId } from './rules.ts';
import { sourcesOf } from './sources.ts';
import { folder, loadPair } from './test/pair.ts';

interface Difference {
  readonly pair: string;
  readonly rule: string;
  readonly ours: number;
  readonly buf: number;
  readonly reason: string;
}

const update = process.env['UPDATE_GOLDEN'] === '1';
const read = (...names: string[]): Promise<string> => readFile(path.join(folder, ...names), 'utf8');
const differences = parse(await read('differences.yaml')) as readonly Difference[];
const entries = await readdir(folder, { withFileTypes: true });
const pairs = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const seen = new Set<RuleId>();
const bufRules: ReadonlySet<string> = new Set(Object.keys(JSON.parse(await read('buf-rules.json')) as object));

describe.each(pairs.sort())('%s', (pair) => {
  it('gives the expected findings, those of buf among them', async () => {
    const { before, after } = await loadPair(pair);
    const all = compare(before, after, { sets: new Set(ruleSets), placeBefore: (origin) => origin });
    for (const { rule } of all.findings) seen.add(rule);
    const recorded = await read(pair, 'buf.json').catch(() => undefined);
    if (recorded !== undefined) {
      const ours: Record<string, number> = {};
      for (const { rule } of all.findings) if (bufRules.has(rule)) ours[rule] = (ours[rule] ?? 0) + 1;
      const theirs = JSON.parse(recorded) as Record<string, number>;
      for (const { rule, ours: count, buf } of differences.filter((each) => each.pair === pair)) {
        expect(theirs[rule] ?? 0, `${rule}: buf`).toBe(buf);
        if (count === 0) delete theirs[rule];
        else theirs[rule] = count;
      }
      expect(ours).toEqual(theirs);
    }
    const shown = compare(before, after, { sets: new Set(['FILE', 'EVENT']), placeBefore: inOld });
    const text = await formatText(
      shown.findings.map(({ diagnostic }) => diagnostic),
      // A table of hundreds reads better without frames.
      { sourceOf: shown.findings.length > 40 ? () => undefined : textOf(before, after), color: false },
    );
    const golden = path.join(folder, pair, 'expected.txt');
    if (update) await writeFile(golden, text);
    else expect(text).toBe(await readFile(golden, 'utf8'));
  });
});

const inOld = <T extends { readonly file: string }>(origin: T): T => ({ ...origin, file: `old/${origin.file}` });

function textOf(before: Protocol, after: Protocol): (file: string) => string | undefined {
  const [old, now] = [sourcesOf(before), sourcesOf(after)];
  return (file) => (file.startsWith('old/') ? old.get(file.slice(4)) : now.get(file));
}

test('each rule is shown by a pair', () => {
  expect(Object.keys(rules).filter((rule) => !seen.has(rule as RuleId))).toEqual([]);
});

test('the sets are those of buf', async () => {
  const ours = Object.entries(rules).filter(([id]) => bufRules.has(id));
  const theirs = JSON.parse(await read('buf-rules.json')) as Record<string, readonly string[]>;
  // CSR is no set of its own: it holds what FILE and WIRE_JSON hold.
  const known = Object.entries(theirs).map(([id, sets]) => [id, sets.filter((set) => set !== 'CSR').sort()]);
  expect(Object.fromEntries(ours.map(([id, { sets }]) => [id, [...sets].sort()]))).toEqual(Object.fromEntries(known));
  const own = Object.keys(breakingProtoEntries).filter((id) => !bufRules.has(id));
  expect(own).toEqual(['FIELD_SAME_INT64_SURFACE']);
});

test('the JSON is what its schema says', async () => {
  const { before, after } = await loadPair('event-arguments');
  const { findings, additions } = compare(before, after, { sets: new Set(ruleSets), placeBefore: (origin) => origin });
  const diagnostics = findings.map(({ diagnostic }) => diagnostic);
  const { data } = closingOf({ findings: diagnostics, additions, suppressed: 0, differs: true }, 'main');
  const schema = JSON.parse(
    await readFile(path.join(packageRoot(), 'spec/schema/findings.schema.json'), 'utf8'),
  ) as object;
  const checked = await checkDocument({ file: 'out.json', text: formatJson(diagnostics, data), schema });
  expect(checked.diagnostics).toEqual([]);
});

test('every difference from buf has a reason', () => {
  for (const { pair, reason } of differences) {
    expect(pairs).toContain(pair);
    expect(reason.length).toBeGreaterThan(30);
  }
});

/** Takes the reports of all shards of a run, gives the report that one whole run would have given. */
import { diagnose, type Result } from '../../diagnostics/diagnostic.ts';
import type { Clause } from '../model/clause.ts';
import type { ListFinding, Report } from '../model/report.gen.ts';
import { inOrder } from '../run/select.ts';
import { conclude } from './build-report.ts';

/** What must be equal in all shards, by the name that a reader knows it by. */
const same: readonly (readonly [name: string, of: (report: Report) => unknown])[] = [
  ['suite', ({ suite }) => suite],
  ['package', (report) => report.package],
  ['role', ({ role }) => role],
  ['profile', ({ profile }) => profile],
  ['binding', ({ binding }) => binding],
  ['seed', ({ seed }) => seed],
  ['runs', ({ runs }) => runs],
  ['selection', ({ selection: { shard, ...rest } }) => ({ ...rest, count: shard?.count })],
  ['testee', ({ testee }) => [testee.name, testee.version]],
];

export function mergeReports(reports: readonly Report[], clauses: readonly Clause[]): Result<Report | undefined> {
  const refuse = (problem: string): Result<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('WM6007', undefined, { problem })],
  });
  const [first] = reports;
  if (first === undefined) return refuse('none was given');
  for (const [name, of] of same) {
    const unequal = reports.find((report) => JSON.stringify(of(report)) !== JSON.stringify(of(first)));
    if (unequal !== undefined) return refuse(`they differ in ${name}`);
  }
  const missing = missingShards(reports);
  if (missing !== undefined) return refuse(missing);

  const results = inOrder(reports.flatMap((report) => report.results));
  const { shard: _, ...selection } = first.selection;
  const interrupted = reports.some(({ outcome }) => outcome === 'interrupted');
  const unstarted = reports.find(({ outcome }) => outcome === 'not-started');
  const facts = { clauses, role: first.role, selection, interrupted };
  const findings = mergeFindings(reports.flatMap(({ lists }) => lists));
  const timings = reports.map(({ timing }) => timing);
  // A comparison of one shard says nothing of the whole.
  const { baseline: _compared, ...whole } = first;
  const value: Report = {
    ...whole,
    ...conclude(facts, results, { findings, startFault: unstarted?.summary }),
    selection,
    lists: findings,
    timing: {
      durationMs: Math.max(...timings.map(({ durationMs }) => durationMs)),
      startMs: Math.max(...timings.map(({ startMs }) => startMs)),
      starts: timings.reduce((sum, { starts }) => sum + starts, 0),
      slowest: timings
        .flatMap(({ slowest }) => slowest)
        .sort((a, b) => b.durationMs - a.durationMs)
        .slice(0, 5),
    },
  };
  return { value, diagnostics: [] };
}

/** @returns What is wrong with the set of shards; undefined when it is whole. */
function missingShards(reports: readonly Report[]): string | undefined {
  const count = reports[0]?.selection.shard?.count;
  if (count === undefined) return reports.length === 1 ? undefined : 'they are no shards, but whole runs';
  const indexes = reports.map(({ selection }) => selection.shard?.index ?? 0);
  for (let index = 1; index <= count; index++) {
    const times = indexes.filter((one) => one === index).length;
    if (times !== 1) return `shard ${index} of ${count} is there ${times} times`;
  }
  return undefined;
}

/** A list is read by every shard, so what matches nothing is found by each of them; what passes, by one. */
function mergeFindings(findings: readonly ListFinding[]): readonly ListFinding[] {
  const merged = new Map<string, ListFinding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.list, finding.place, finding.pattern, finding.problem]);
    const cases = [...new Set([...(merged.get(key)?.cases ?? []), ...finding.cases])].sort();
    merged.set(key, { ...finding, cases });
  }
  return [...merged.values()];
}

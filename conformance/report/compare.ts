/** Takes a report and an earlier one, gives what changed between them, and which of it is a regression. */
import type { CaseChange, CaseResult, ChangeKind, Comparison, Report, VerdictKind } from '../model/report.gen.ts';
import { inOrder, select } from '../run/select.ts';

/** What a case came to, whatever the lists say of it. */
const standings = {
  pass: 'pass',
  'unexpected-pass': 'pass',
  fail: 'fail',
  'known-failure': 'fail',
  skipped: 'unjudged',
  errored: 'unjudged',
} as const satisfies Record<VerdictKind, 'pass' | 'fail' | 'unjudged'>;

/** @param file - The earlier report, as a reader knows it. */
export function compareReports(report: Report, earlier: Report, file: string): Comparison {
  const now = byId(report.results);
  // What was left out of one of the runs is neither gone nor new.
  const before = byId(select(earlier.results, { run: report.selection.run, skip: report.selection.skip }));
  const added = select(report.results, { run: earlier.selection.run, skip: earlier.selection.skip });
  const changes = inOrder([
    ...[...now.values()].flatMap((result) => changeOf(before.get(result.id), result)),
    ...added.filter(({ id }) => !before.has(id)).map((result) => only('new', result)),
    // A shard cannot tell: its missing cases may be in the others.
    ...(report.selection.shard ? [] : [...before.values()])
      .filter(({ id }) => !now.has(id))
      .map((result) => only('gone', result)),
  ]);
  const regressions = changes.filter(({ regression }) => regression).length;
  return { file, differs: differences(report, earlier), regressions, changes };
}

const byId = (results: readonly CaseResult[]): ReadonlyMap<string, CaseResult> =>
  new Map(results.map((result) => [result.id, result]));

function changeOf(earlier: CaseResult | undefined, { id, level, verdict }: CaseResult): readonly CaseChange[] {
  const was = earlier && standings[earlier.verdict];
  const is = standings[verdict];
  if (earlier === undefined || was === is || (was === 'unjudged' && is === 'pass')) return [];
  const kind = is === 'fail' ? 'newly-failing' : is === 'pass' ? 'fixed' : 'unjudged';
  const regression = was === 'pass' && level !== 'informational' && verdict !== 'known-failure';
  return [{ kind, id, level, was: earlier.verdict, is: verdict, regression }];
}

function only(kind: 'new' | 'gone', { id, level, verdict }: CaseResult): CaseChange {
  return { kind, id, level, ...(kind === 'new' ? { is: verdict } : { was: verdict }), regression: false };
}

/** What a reader must know before blaming the testee, by the name that it has in the report. */
const conditions: readonly (readonly [name: string, of: (report: Report) => string])[] = [
  ['testee', ({ testee }) => [testee.name || testee.target, testee.version].filter(Boolean).join(' ')],
  ['suite', ({ suite }) => suite.version],
  ['package', (report) => report.package.version],
  ['spec', (report) => report.package.spec.slice(0, 12)],
  ['seed', ({ seed }) => String(seed)],
  ['runs', ({ runs }) => String(runs)],
];

function differences(report: Report, earlier: Report): readonly string[] {
  return conditions.flatMap(([name, of]) => {
    const [was, is] = [of(earlier), of(report)];
    return was === is ? [] : [`${name} ${was} -> ${is}`];
  });
}

/** The kinds of change, what matters most first, each with its heading. */
export const changeHeadings: readonly (readonly [kind: ChangeKind, heading: string])[] = [
  ['newly-failing', 'Newly failing'],
  ['unjudged', 'No longer judged'],
  ['fixed', 'Fixed'],
  ['new', 'New'],
  ['gone', 'Gone'],
];

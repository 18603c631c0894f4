/** The report as Markdown, for the summary page of a CI run. */
import type { ClauseResult, Comparison, Report } from '../model/report.gen.ts';
import { areasOf } from './areas.ts';
import { changeHeadings } from './compare.ts';
import { instructive, reproduce } from './reproduce.ts';
import { safeText } from './safe-text.ts';

/** Failures that are listed; a summary page has a limit of its own. */
const maxFailures = 50;

/** Cases that are named for each kind of change. */
const maxNamed = 10;

export function formatMarkdown(report: Report): string {
  const { package: tested, role, testee, outcome, summary } = report;
  const areas = areasOf(report.clauses).map(
    ({ name, held, judged, broken, clauses }) =>
      `| ${cell(name)} | ${held} of ${judged} | ${broken} | ${clauses.length - judged} |`,
  );
  const broken = report.clauses.filter(({ status }) => status === 'failed' || status === 'errored').map(clauseRow);
  const failures = instructive(report.results);
  const cases = failures
    .slice(0, maxFailures)
    .map((result) => `| ${code(result.id)} | ${cell(result.reason)} | ${code(reproduce(report, result))} |`);
  return [
    `## ${cell(tested.name)}, ${role}: ${outcome}`,
    '',
    cell(summary),
    '',
    `Testee: ${cell([testee.name, testee.version, testee.language].filter(Boolean).join(' ') || testee.target)}. Seed: ${report.seed}.`,
    '',
    '| Area | Clauses that hold | Broken | Not exercised |',
    '|---|---|---|---|',
    ...areas,
    ...(broken.length === 0 ? [] : ['', '| Broken clause | Level | Text |', '|---|---|---|', ...broken]),
    ...(cases.length === 0 ? [] : ['', '| Case | Verdict | Reproduce |', '|---|---|---|', ...cases]),
    ...(failures.length > maxFailures
      ? ['', `${failures.length - maxFailures} more failures are in the other reports.`]
      : []),
    ...(report.baseline === undefined ? [] : changeTable(report.baseline)),
    '',
  ].join('\n');
}

function changeTable({ file, changes, regressions }: Comparison): readonly string[] {
  const heading = `Since ${cell(file)}: ${changes.length} changes, ${regressions} regressions.`;
  if (changes.length === 0) return ['', heading];
  const rows = changeHeadings.flatMap(([kind, name]) => {
    const ids = changes.filter((change) => change.kind === kind).map(({ id }) => code(id));
    const more = ids.length > maxNamed ? ` and ${ids.length - maxNamed} more` : '';
    return ids.length === 0 ? [] : [`| ${name} | ${ids.length} | ${ids.slice(0, maxNamed).join(', ')}${more} |`];
  });
  return ['', heading, '', '| Change | Cases | Which |', '|---|---|---|', ...rows];
}

const clauseRow = ({ id, level, text }: ClauseResult): string => `| ${code(id)} | ${level} | ${cell(text)} |`;

/** Text that can neither end the cell nor mark itself up, in Markdown or in HTML. */
const cell = (text: string): string =>
  safeText(text.replace(/\s+/g, ' '), 500)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&');

const code = (text: string): string => `\`${safeText(text).replace(/[`|\n<>&]/g, ' ')}\``;

/** The report for people at a terminal: what was certified, a verdict per area, and each failure with its counterexample. */
import pc from 'picocolors';

import type { CaseResult, ClauseResult, Counterexample, Report } from '../model/report.gen.ts';
import { areasOf, type Area } from './areas.ts';
import { comparisonLines } from './comparison-text.ts';
import { describeCommand, describeEvent, describeObservation } from './describe-step.ts';
import { instructive, reproduce } from './reproduce.ts';
import { safeLines, safeText } from './safe-text.ts';

type Colors = ReturnType<typeof pc.createColors>;

export interface TextOptions {
  readonly color: boolean;
}

/** Failures that are printed in full; the other reports have them all. */
const maxFailures = 20;

const transports = {
  'in-process': 'in process',
  module: 'as a module',
  stdio: 'over stdio',
  google: "over stdio in Google's dialect",
  websocket: 'over WebSocket',
  http: 'over HTTP',
} as const satisfies Record<Report['testee']['transport'], string>;

export async function formatText(report: Report, { color }: TextOptions): Promise<string> {
  const colors = pc.createColors(color);
  // What is informational stands among the clauses; both ways are legal.
  const failures = instructive(report.results).filter(({ level }) => level !== 'informational');
  const shown = await Promise.all(failures.slice(0, maxFailures).map((result) => failure(report, result, colors)));
  const more = failures.length - shown.length;
  return [
    head(report, colors),
    areasOf(report.clauses)
      .map((area) => areaLine(area, colors))
      .join('\n'),
    ...clauseLines(report, colors),
    ...shown,
    ...(more > 0 ? [`... and ${more} more; the other reports hold them all.`] : []),
    ...report.lists.map((finding) => `${colors.red('✗')} ${listLine(finding)}`),
    verdictLine(report, colors),
    ...(report.baseline === undefined ? [] : comparisonLines(report.baseline, colors)),
    '',
  ].join('\n');
}

function head({ package: tested, role, testee, seed, suite, binding }: Report, colors: Colors): string {
  const name = testee.name === '' ? testee.target : [testee.name, testee.version].filter(Boolean).join(' ');
  const language = testee.language === '' ? '' : ` (${safeText(testee.language)})`;
  return [
    `${colors.bold(tested.name)} ${tested.version}, ${role}: ${safeText(name)}${language}, ${transports[testee.transport]}`,
    colors.dim(`suite ${suite.version}, seed ${seed}${binding === '' ? '' : `, binding ${binding}`}`),
  ].join('\n');
}

function areaLine({ name, clauses, held, brokenRequired, judged }: Area, colors: Colors): string {
  if (judged === 0) return colors.dim(`  - ${name.padEnd(8)} not exercised (${clauses.length} clauses)`);
  const mark = brokenRequired > 0 ? colors.red('✗') : held < judged ? colors.yellow('!') : colors.green('✓');
  const cases = clauses.reduce((sum, { passed, failed, knownFailures }) => sum + passed + failed + knownFailures, 0);
  const rest = clauses.length - judged;
  const unjudged = rest === 0 ? '' : colors.dim(`, ${rest} not exercised`);
  return `  ${mark} ${name.padEnd(8)} ${held} of ${judged} clauses hold${unjudged} ${colors.dim(`(${cases} checks)`)}`;
}

/** Clauses that do not simply hold. */
function clauseLines({ clauses }: Report, colors: Colors): readonly string[] {
  const paint = { failed: colors.red, errored: colors.red, 'known-failure': colors.yellow } as const;
  const lines = clauses.flatMap((clause: ClauseResult) => {
    const { status, id, level, text } = clause;
    if (status !== 'failed' && status !== 'errored' && status !== 'known-failure') return [];
    const tally = `${clause.failed + clause.knownFailures + clause.errored} of ${clause.passed + clause.failed + clause.knownFailures + clause.errored}`;
    const color = level === 'required' ? paint[status] : colors.yellow;
    return [`  ${color(status)} ${colors.bold(id)} ${colors.dim(`(${level}, ${tally} cases)`)}\n    ${text}`];
  });
  return lines.length === 0 ? [] : ['', 'Clauses', ...lines];
}

async function failure(report: Report, result: CaseResult, colors: Colors): Promise<string> {
  const { counterexample, observation } = result;
  const lines = [
    '',
    `${result.level === 'required' ? colors.red('✗') : colors.yellow('!')} ${colors.bold(result.id)} ${colors.dim(`(${result.level})`)}`,
    `  ${safeText(result.description)}`,
    `  ${colors.dim('clauses')}   ${result.clauses.join(', ')}`,
    `  ${colors.dim('verdict')}   ${safeLines(result.reason, '            ')}`,
  ];
  if (counterexample !== undefined) {
    lines.push(...trace(counterexample, colors));
    lines.push(...(await difference(counterexample.difference, colors)));
    if (counterexample.shrinks > 0 || counterexample.examples > 1) {
      lines.push(
        colors.dim(`  found by example ${counterexample.examples}, made smaller ${counterexample.shrinks} times`),
      );
    }
  }
  if (observation?.kind === 'crashed' && observation.stderr.trim() !== '') {
    lines.push(`  ${colors.dim('stderr')}    ${safeLines(observation.stderr.trim(), '            ')}`);
  }
  lines.push(`  ${colors.dim('reproduce')} ${reproduce(report, result)}`);
  return lines.join('\n');
}

/** Steps before the failing one that are shown: what led to it is mostly close to it. */
const maxEarlier = 5;

/** The exchange up to the step that went wrong. */
function trace({ steps, observed, difference: { step: wrong } }: Counterexample, colors: Colors): readonly string[] {
  const from = Math.max(0, wrong - maxEarlier);
  const lines = from === 0 ? [] : [colors.dim(`    ... ${from} earlier steps`)];
  for (const [offset, { command }] of steps.slice(from, wrong + 1).entries()) {
    const seen = observed[from + offset];
    lines.push(`  ${from + offset === wrong ? colors.red('>') : ' '} ${describeCommand(command)}`);
    if (seen === undefined) break;
    for (const event of seen.events) lines.push(`      ${describeEvent(event)}`);
    lines.push(`      ${describeObservation(seen.observation)}`);
  }
  return lines;
}

async function difference(
  { expected, actual }: { readonly expected: string; readonly actual: string },
  colors: Colors,
): Promise<readonly string[]> {
  if (!expected.includes('\n') && !actual.includes('\n')) {
    return [
      `  ${colors.dim('expected')}  ${safeLines(expected || '(nothing)', '')}`,
      `  ${colors.dim('actual')}    ${safeLines(actual || '(nothing)', '')}`,
    ];
  }
  const { diffLines } = await import('diff');
  const lines = diffLines(`${expected}\n`, `${actual}\n`).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => {
        const text = safeLines(line, '');
        if (added) return colors.green(`    + ${text}`);
        return removed ? colors.red(`    - ${text}`) : `      ${text}`;
      }),
  );
  return [
    `  ${colors.dim('difference')} ${colors.red('- expected')} ${colors.green('+ actual')}`,
    ...lines.slice(0, 60),
  ];
}

function listLine({ list, pattern, place, problem, cases }: Report['lists'][number]): string {
  const what = problem === 'matches-nothing' ? 'matches no case' : `passes: ${cases.slice(0, 3).join(', ')}`;
  return `${place}: the ${list} entry "${safeText(pattern)}" ${what}.`;
}

function verdictLine({ outcome, summary, counts, results, timing }: Report, colors: Colors): string {
  const good = outcome === 'conformant' || outcome === 'known-failures';
  const word = (good ? colors.green : colors.red)(colors.bold(outcome.toUpperCase()));
  const tally = new Map<string, number>();
  for (const { verdict, level } of results) {
    const name = verdict === 'fail' && level !== 'required' ? `fail (${level})` : verdict;
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  const parts = [...tally].map(([name, count]) => `${count} ${name}`);
  const cases = `${counts.total} cases: ${parts.join(', ')}; ${(timing.durationMs / 1000).toFixed(1)} s`;
  return `\n${word} ${safeLines(summary, '  ')}\n${colors.dim(cases)}`;
}

/** Takes a report, gives what the page shows: plain, total, in order; the template only lays it out. */
import { diffLines } from 'diff';
import type { CaseResult, ClauseResult, Report } from '../../model/report.gen.ts';
import { areasOf } from '../areas.ts';
import { describeCommand, describeEvent, describeObservation } from '../describe-step.ts';
import { instructive, reproduce } from '../reproduce.ts';

/** Failures that the page shows in full: enough to work through, few enough to open on a phone. */
const maxFailures = 200;

/** Failures that are unfolded from the start. */
const unfolded = 3;

export interface PageView {
  readonly title: string;
  /** `good` or `bad`, for the colour. */
  readonly tone: 'good' | 'bad';
  readonly outcome: string;
  readonly summary: string;
  /** Who was tested, in one line. */
  readonly testee: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly counts: readonly { readonly name: string; readonly count: number; readonly tone: string }[];
  readonly areas: readonly AreaView[];
  readonly failures: readonly FailureView[];
  readonly hidden: number;
  readonly lists: readonly string[];
}

export interface AreaView {
  readonly name: string;
  readonly held: number;
  readonly judged: number;
  /** Clauses that were not exercised. */
  readonly rest: number;
  readonly total: number;
  readonly clauses: readonly ClauseView[];
}

export interface ClauseView extends ClauseResult {
  readonly word: string;
  readonly cases: number;
}

export interface FailureView {
  readonly id: string;
  readonly tone: 'bad' | 'warn';
  /** Unfolded from the start. */
  readonly open: boolean;
  readonly level: string;
  readonly verdict: string;
  readonly description: string;
  readonly reason: string;
  readonly clauses: readonly string[];
  readonly steps: readonly StepView[];
  readonly diff: readonly { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }[];
  readonly stderr: string;
  readonly found: string;
  readonly reproduce: string;
}

export interface StepView {
  readonly command: string;
  readonly events: readonly string[];
  readonly observation: string;
  readonly wrong: boolean;
}

const words: Readonly<Record<ClauseResult['status'], string>> = {
  passed: 'holds',
  failed: 'broken',
  'known-failure': 'known to fail',
  skipped: 'skipped',
  errored: 'not judged',
  'not-exercised': 'not exercised',
};

const tones: Readonly<Record<string, string>> = {
  pass: 'good',
  fail: 'bad',
  'unexpected-pass': 'bad',
  errored: 'bad',
  'known-failure': 'warn',
  skipped: 'mute',
};

export function pageView(report: Report): PageView {
  const failures = instructive(report.results);
  const { outcome } = report;
  return {
    title: `${report.package.name}, ${report.role}`,
    tone: outcome === 'conformant' || outcome === 'known-failures' ? 'good' : 'bad',
    outcome: outcome.replaceAll('-', ' '),
    summary: report.summary,
    testee: [report.testee.name || report.testee.target, report.testee.version, report.testee.language]
      .filter(Boolean)
      .join(', '),
    facts: factsOf(report),
    counts: Object.entries(report.counts)
      .filter(([name, count]) => name in tones && count > 0)
      .map(([name, count]) => ({ name: name.replaceAll('-', ' '), count, tone: tones[name] ?? 'mute' })),
    areas: areasOf(report.clauses).map(({ name, held, judged, clauses }) => ({
      name,
      held,
      judged,
      rest: clauses.length - judged,
      total: clauses.length,
      clauses: clauses.map((clause) => ({
        ...clause,
        word: words[clause.status],
        cases: clause.passed + clause.failed + clause.knownFailures + clause.skipped + clause.errored,
      })),
    })),
    failures: failures.slice(0, maxFailures).map((result, index) => failureView(report, result, index < unfolded)),
    hidden: Math.max(0, failures.length - maxFailures),
    lists: report.lists.map(
      ({ list, pattern, place, problem }) =>
        `${place}: the ${list} entry "${pattern}" ${problem === 'passes' ? 'passes' : 'matches no case'}.`,
    ),
  };
}

function factsOf(report: Report): PageView['facts'] {
  const { testee, suite, environment, selection, timing } = report;
  const facts = {
    Testee: [testee.name, testee.version].filter(Boolean).join(' '),
    Language: testee.language,
    'Reached by': `${testee.transport}: ${testee.target}`,
    Capabilities: testee.capabilities.join(', '),
    Package: `${report.package.name} ${report.package.version}`,
    Protocol: report.package.protocol,
    'Spec (SHA-256)': report.package.spec,
    Profile: report.profile,
    Binding: report.binding,
    Level: selection.level,
    Shard: selection.shard === undefined ? '' : `${selection.shard.index} of ${selection.shard.count}`,
    Selected: [...selection.run, ...selection.skip.map((pattern) => `not ${pattern}`)].join(', '),
    Seed: String(report.seed),
    Suite: `${suite.name} ${suite.version}`,
    Environment: `${environment.runtime}, ${environment.platform}`,
    Duration: `${(timing.durationMs / 1000).toFixed(1)} s`,
  };
  return Object.entries(facts).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]));
}

function failureView(report: Report, result: CaseResult, open: boolean): FailureView {
  const { counterexample, observation } = result;
  return {
    id: result.id,
    tone: result.level === 'required' ? 'bad' : 'warn',
    open,
    level: result.level,
    verdict: result.verdict,
    description: result.description,
    reason: result.reason,
    clauses: result.clauses,
    steps: (counterexample?.observed ?? []).map((seen, index) => {
      const step = counterexample?.steps[index];
      return {
        command: step === undefined ? '' : describeCommand(step.command),
        events: seen.events.map(describeEvent),
        observation: describeObservation(seen.observation),
        wrong: index === counterexample?.difference.step,
      };
    }),
    diff: counterexample === undefined ? [] : diffOf(counterexample.difference),
    stderr: observation?.kind === 'crashed' ? observation.stderr : '',
    found:
      counterexample === undefined || counterexample.path === ''
        ? ''
        : `Found by example ${counterexample.examples}, made smaller ${counterexample.shrinks} times.`,
    reproduce: reproduce(report, result),
  };
}

function diffOf({ expected, actual }: { readonly expected: string; readonly actual: string }): FailureView['diff'] {
  return diffLines(`${expected}\n`, `${actual}\n`).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind: added ? 'added' : removed ? 'removed' : ('same' as const), text })),
  );
}

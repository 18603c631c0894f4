/** Takes the reports of all codecs, gives the scoreboard as Markdown: a table, and each failure with its counterexample. */
import type { Report } from '../../conformance/model/report.gen.ts';
import { describeCommand } from '../../conformance/report/describe-step.ts';
import { brokenClauses, wrongStep, type Broken } from './broken.ts';
import { findings } from './findings.ts';

/** A codec and what it was found to do. */
export interface Row {
  readonly codec: string;
  /** Undefined: it could not be run here, for the reason given. */
  readonly report: Report | undefined;
  readonly reason: string;
}

export function summary(rows: readonly Row[]): string {
  const lines = rows.map(({ codec, report, reason }) => {
    if (report === undefined) return `| ${codec} | | not run here: ${reason} | |`;
    const broken = brokenClauses(report).map(({ clause }) => clause);
    const judged = report.clauses.filter(
      ({ status, level }) => status !== 'skipped' && status !== 'not-exercised' && level !== 'informational',
    );
    const area = (name: string): number => broken.filter((clause) => clause.startsWith(`${name}.`)).length;
    const parts = ['binary', 'json', 'values']
      .map((name) => [name, area(name)] as const)
      .filter(([, count]) => count > 0);
    const fails = parts.map(([name, count]) => `${count} ${name}`).join(', ');
    return `| ${codec} | ${report.testee.version || report.suite.version} | ${judged.length - broken.length} of ${judged.length} | ${fails || 'none'} |`;
  });
  return ['| Codec | Version | Clauses held | Broken |', '|---|---|---|---|', ...lines].join('\n');
}

export function details(rows: readonly Row[]): string {
  const sections = rows.flatMap(({ codec, report }) => {
    const broken = report === undefined ? [] : brokenClauses(report);
    if (broken.length === 0) return [];
    const lines = broken.map(
      (one) =>
        `| \`${one.clause}\` | ${code(exampleOf(one))} | ${one.example.reason.startsWith('It ') ? one.example.reason : 'Another value came.'} | ${findings[codec]?.[one.clause] ?? ''} |`,
    );
    return [
      `## ${codec}`,
      '',
      '| Clause | Smallest counterexample | Verdict | Held against the specification |',
      '|---|---|---|---|',
      ...lines,
      '',
    ];
  });
  return sections.join('\n');
}

/** What stands in one of the two and not in the other: failures nobody looked at, and findings that are out of date. */
export function unchecked(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ codec, report }) => {
    if (report === undefined) return [];
    const broken = brokenClauses(report).map(({ clause }) => clause);
    const known = Object.keys(findings[codec] ?? {});
    return [
      ...broken
        .filter((clause) => !known.includes(clause))
        .map((clause) => `${codec}: ${clause} fails and has no finding`),
      ...known
        .filter((clause) => !broken.includes(clause))
        .map((clause) => `${codec}: ${clause} holds and has a finding`),
    ];
  });
}

function exampleOf({ example: { counterexample, description } }: Broken): string {
  const step = counterexample && wrongStep(counterexample);
  return step === undefined
    ? description
    : describeCommand(step.command).replace(/^transcode \S*\.(\w+) from /, '$1, ');
}

const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

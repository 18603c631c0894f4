/** The report as JUnit XML: a suite per area of clauses, a test per case; failures are failures, faults of the kit errors. */
import type { CaseResult, Report } from '../model/report.gen.ts';
import { isFailure, reproduce } from './reproduce.ts';

export function formatJunit(report: Report): string {
  const groups = new Map<string, CaseResult[]>();
  for (const result of report.results) {
    const name = result.id.split('/')[0] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), result]);
  }
  const suites = [...groups].map(([name, results]) => suite(report, name, results));
  const { total } = report.counts;
  const attributes = `name=${attribute(`${report.package.name} ${report.role}`)} tests="${total}" ${tally(report.results)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.join('')}</testsuites>\n`;
}

function suite(report: Report, name: string, results: readonly CaseResult[]): string {
  const attributes = `name=${attribute(name)} tests="${results.length}" ${tally(results)}`;
  return `  <testsuite ${attributes}>\n${results.map((result) => test(report, name, result)).join('')}  </testsuite>\n`;
}

function test(report: Report, suiteName: string, result: CaseResult): string {
  const open = `    <testcase classname=${attribute(`${report.role}.${suiteName}`)} name=${attribute(result.id)}`;
  if (result.verdict === 'skipped' || result.verdict === 'known-failure') {
    return `${open}><skipped message=${attribute(result.reason)}/></testcase>\n`;
  }
  if (!isFailure(result)) return `${open}/>\n`;
  const tag = result.verdict === 'errored' ? 'error' : 'failure';
  const { difference } = result.counterexample ?? {};
  const detail = [
    result.description,
    `clauses: ${result.clauses.join(', ')}`,
    ...(difference ? [`expected: ${difference.expected}`, `actual: ${difference.actual}`] : []),
    reproduce(report, result),
  ].join('\n');
  return `${open}><${tag} type=${attribute(result.verdict)} message=${attribute(result.reason)}>${text(detail)}</${tag}></testcase>\n`;
}

function tally(results: readonly CaseResult[]): string {
  const count = (...verdicts: readonly CaseResult['verdict'][]): number =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const failures = count('fail', 'unexpected-pass');
  return `failures="${failures}" errors="${count('errored')}" skipped="${count('skipped', 'known-failure')}"`;
}

/** Characters that XML 1.0 (section 2.2) has no way to write become a replacement character. */
const writable = (value: string): string =>
  // eslint-disable-next-line no-control-regex
  wellFormed(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

const text = (value: string): string =>
  writable(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = (value: string): string =>
  `"${text(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;').replaceAll('\r', '&#13;')}"`;

/** Lone surrogates replaced (`String.prototype.toWellFormed` came with Node 20 but not with this language level). */
const wellFormed = (value: string): string => Buffer.from(value, 'utf8').toString('utf8');

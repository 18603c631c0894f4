/** The report as TAP version 14 (testanything.org): a line per case, details as YAML. */
import type { CaseResult, Report } from '../model/report.gen.ts';
import { isFailure, reproduce } from './reproduce.ts';

export function formatTap(report: Report): string {
  const lines = report.results.map((result, index) => line(report, result, index + 1));
  return ['TAP version 14', `1..${report.results.length}`, ...lines, ''].join('\n');
}

function line(report: Report, result: CaseResult, number: number): string {
  const name = result.id.replace(/[\\#]/g, '\\$&');
  const failed = isFailure(result) || result.verdict === 'known-failure';
  const directive =
    result.verdict === 'skipped'
      ? ` # SKIP ${oneLine(result.reason)}`
      : result.verdict === 'known-failure'
        ? ` # TODO ${oneLine(result.reason)}`
        : '';
  const head = `${failed ? 'not ok' : 'ok'} ${number} - ${name}${directive}`;
  if (!failed) return head;
  // JSON strings are YAML strings.
  const detail = {
    message: result.reason,
    severity: result.level,
    clauses: result.clauses.join(', '),
    expected: result.counterexample?.difference.expected ?? '',
    actual: result.counterexample?.difference.actual ?? '',
    reproduce: reproduce(report, result),
  };
  const yaml = Object.entries(detail).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
  return [head, '  ---', ...yaml, '  ...'].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\#]/g, '\\$&');

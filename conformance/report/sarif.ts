/** The report as SARIF 2.1.0 (OASIS): clauses are rules, failing cases are results. */
import type { ClauseResult, Report } from '../model/report.gen.ts';
import { instructive, reproduce } from './reproduce.ts';

const severity = { required: 'error', recommended: 'warning', informational: 'note' } as const satisfies Record<
  ClauseResult['level'],
  string
>;

export function formatSarif(report: Report): string {
  const rules = report.clauses.map(({ id, text, level, source }) => ({
    id,
    shortDescription: { text },
    help: { text: source },
    defaultConfiguration: { level: severity[level] },
  }));
  const results = instructive(report.results).map((result) => ({
    ruleId: result.clauses[0],
    level: severity[result.level],
    message: { text: `${result.description} ${result.reason}\n${reproduce(report, result)}` },
    locations: [
      {
        // There is no source text to point into: the testee is a black box, known by its command or address.
        logicalLocations: [{ name: report.testee.name || report.testee.target, kind: 'module' }],
      },
    ],
    partialFingerprints: { case: result.id },
  }));
  const driver = { name: report.suite.name, version: report.suite.version, rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

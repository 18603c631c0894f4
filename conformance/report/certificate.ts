/** Takes a report, gives a certificate: what was shown, short enough to publish. */
import type { Certificate } from '../model/certificate.gen.ts';
import type { ClauseResult, Report } from '../model/report.gen.ts';
import { digest } from '../run/seeds.ts';

export function certificateOf(report: Report): Certificate {
  const { timing: _, environment: __, ...lasting } = report;
  const ids = (...statuses: readonly ClauseResult['status'][]): readonly string[] =>
    report.clauses.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
  const { name, version, language, capabilities } = report.testee;
  return {
    $schema: 'https://wiremark.dev/schema/certificate.schema.json',
    format: 1,
    conformant: report.outcome === 'conformant',
    level: report.selection.level,
    role: report.role,
    suite: report.suite,
    package: report.package,
    profile: report.profile,
    binding: report.binding,
    testee: { name, version, language, capabilities },
    seed: report.seed,
    runs: report.runs,
    counts: report.counts,
    clauses: {
      passed: ids('passed'),
      failed: ids('failed', 'errored'),
      knownFailures: ids('known-failure'),
      skipped: ids('skipped'),
      notExercised: ids('not-exercised'),
    },
    report: digest(JSON.stringify(lasting)),
  };
}

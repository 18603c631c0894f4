/** Several reports as one page that leads to each of them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { Report } from '../../model/report.gen.ts';

/** A report, and where its own page lies relative to the overview. */
export interface OverviewEntry {
  readonly report: Report;
  readonly file: string;
}

export async function formatOverview(title: string, entries: readonly OverviewEntry[]): Promise<string> {
  const { default: handlebars } = await import('handlebars');
  const read = (name: string): Promise<string> =>
    readFile(path.join(packageRoot(), 'conformance/report/html', name), 'utf8');
  const [page, style] = await Promise.all([read('overview.hbs'), read('page.css')]);
  const good = entries.filter(({ report }) => report.outcome === 'conformant').length;
  const conformant = good === entries.length;
  // Escaping is on: every value but our own style is text.
  return handlebars.create().compile<object>(page, { strict: true })({
    title,
    style,
    tone: conformant ? 'good' : 'bad',
    outcome: conformant ? 'conformant' : 'not conformant',
    summary: `${good} of ${entries.length} implementations keep every required clause.`,
    runs: entries.map(({ report, file }) => ({
      package: report.package.name,
      role: report.role,
      file,
      transport: report.testee.transport,
      outcome: report.outcome,
      ...countsOf(report),
    })),
  });
}

/** `58 of 58`, of those that were exercised, and the number of cases. */
export function countsOf({ clauses, results }: Report): { readonly clauses: string; readonly cases: string } {
  const exercised = clauses.filter(({ status }) => status !== 'not-exercised');
  const held = exercised.filter(({ status }) => status === 'passed').length;
  return { clauses: `${held} of ${exercised.length}`, cases: String(results.length) };
}

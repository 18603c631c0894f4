/** Writes each failure as a fixture of its own, which `wiremark replay` runs byte for byte. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fixture } from '../model/fixture.gen.ts';
import type { CaseResult, Report } from '../model/report.gen.ts';
import { digest } from '../run/seeds.ts';
import { writeWhole } from '../write-whole.ts';

/** @returns The report, with each counterexample naming its file. Files of earlier failures are overwritten, others left. */
export async function saveFailures(report: Report, folder: string): Promise<Report> {
  await mkdir(folder, { recursive: true });
  const results = await Promise.all(
    report.results.map(async (result): Promise<CaseResult> => {
      const { counterexample } = result;
      if (counterexample === undefined) return result;
      const file = path.join(folder, fileName(report, result));
      await writeWhole(file, `${JSON.stringify(fixtureOf(report, result), undefined, 2)}\n`);
      return { ...result, counterexample: { ...counterexample, fixture: file } };
    }),
  );
  return { ...report, results };
}

/** The failing example as a fixture: the steps that were run, and where they came from. */
export function fixtureOf(report: Report, result: CaseResult): Fixture {
  const { id, level, clauses, description, counterexample } = result;
  const generated = counterexample !== undefined && counterexample.path !== '';
  return {
    $schema: 'https://wiremark.dev/schema/fixture.schema.json',
    format: 1,
    package: report.package.name,
    ...(report.binding !== '' && { binding: report.binding }),
    profile: report.profile,
    notes: `Found when ${report.testee.name || 'a testee'} was certified: ${result.reason}`,
    cases: [
      {
        id,
        role: report.role,
        level,
        clauses,
        description,
        needs: [],
        ...(generated && {
          provenance: { case: id, seed: counterexample.seed, path: counterexample.path, suite: report.suite.version },
        }),
        steps: counterexample?.steps ?? [],
      },
    ],
  };
}

/** Ids hold characters that file systems do not; the digest keeps different ids apart. */
function fileName(report: Report, { id }: CaseResult): string {
  const readable = id.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80);
  return `${report.role}-${readable}-${digest(id).slice(0, 8)}.json`;
}

/** The references pass every required case; the sample packages are made of the oracle, so this holds the kit against itself. */
import { expect, test } from 'vitest';
import { loadClauses } from '../load-clauses.ts';
import type { Role } from '../model/fixture.gen.ts';
import { createReferenceTestee } from './reference-testee.ts';
import { packageOf } from './test/package.ts';
import { casesFor, failuresOf, runSample } from './test/run-sample.ts';
import { sampleEvents } from './test/sample-events.ts';
import { smallSample } from './test/sample.ts';

const levels = ['required', 'recommended', 'informational'];

test.each([
  ['messages', 'codec', smallSample],
  ['messages', 'client', smallSample],
  ['messages', 'server', smallSample],
  ['events', 'codec', sampleEvents],
  ['events', 'client', sampleEvents],
  ['events', 'server', sampleEvents],
] as const)('the reference of %s passes as a %s', async (_, role: Role, descriptor) => {
  const pkg = await packageOf(descriptor);
  const cases = await casesFor(pkg, role);
  expect(cases.length).toBeGreaterThan(10);
  const results = await runSample(pkg, role, { cases, create: () => createReferenceTestee(pkg, role) });
  expect(failuresOf(results).map(({ id, reason, counterexample }) => [id, reason, counterexample?.difference])).toEqual(
    [],
  );
  const clauses = new Map((await loadClauses()).map((clause) => [clause.id, clause]));
  for (const made of cases) {
    const known = made.clauses.map((id) => clauses.get(id));
    expect([made.id, known.every((clause) => clause?.roles.includes(role))]).toEqual([made.id, true]);
    const strictest = Math.min(...known.map((clause) => levels.indexOf(clause!.level)));
    expect([made.id, levels.indexOf(made.level)]).toEqual([made.id, strictest]);
  }
});

/** Each single fault is noticed, by the clause that it breaks; and nothing that implements nothing is certified. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadPackage } from '../load-package.ts';
import type { TestCase } from '../model/case.ts';
import type { Role } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import { faults, nullTestees, type Fault } from './faults.ts';
import { createReferenceTestee } from './reference-testee.ts';
import { packageOf } from './test/package.ts';
import { casesFor, failuresOf, runSample } from './test/run-sample.ts';
import { sampleEvents } from './test/sample-events.ts';
import { smallSample } from './test/sample.ts';

const samples: readonly LoadedPackage[] = [await packageOf(smallSample), await packageOf(sampleEvents)];
const generated = await Promise.all(
  ['openim-common', 'floo'].map(async (name) => (await loadPackage(path.join(packageRoot(), 'out', name), '.')).value!),
);
const roles: readonly Role[] = ['codec', 'client', 'server'];
const made = new Map<string, readonly TestCase[]>();

async function cases(pkg: LoadedPackage, role: Role): Promise<readonly TestCase[]> {
  const key = `${role} ${pkg.descriptor.protocol}`;
  const found = made.get(key) ?? (await casesFor(pkg, role));
  made.set(key, found);
  return found;
}

/** Faults that end the testee; in any other a crash is a fault of the fault. */
const crashes: ReadonlySet<string> = new Set(['client-killed-by-malformed-frame']);

/** Fixed cases of the fault's clauses are enough to tell. */
async function clausesFailed(pkg: LoadedPackage, fault: Fault): Promise<ReadonlySet<string>> {
  const all = await cases(pkg, fault.role);
  const concerned = all.filter(
    ({ kind, clauses }) => kind === 'fixed' && clauses.some((clause) => fault.clauses.includes(clause)),
  );
  const create = () => fault.wrap(createReferenceTestee(pkg, fault.role), pkg);
  const results = await runSample(pkg, fault.role, { cases: concerned, create });
  const judged = failuresOf(results).filter(
    ({ observation }) => crashes.has(fault.name) || observation?.kind !== 'crashed',
  );
  return new Set(judged.flatMap(({ clauses }) => clauses));
}

describe('faults', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
    const touched = [...samples, ...generated].filter((pkg) => fault.applies(pkg));
    expect(touched.length).toBeGreaterThan(0);
    for (const pkg of touched) {
      const failed = await clausesFailed(pkg, fault);
      expect([pkg.descriptor.protocol, fault.clauses.filter((clause) => failed.has(clause))]).not.toEqual([
        pkg.descriptor.protocol,
        [],
      ]);
    }
  });
});

describe('null testees', () => {
  const names = Object.keys(nullTestees).filter((name) => name !== 'silent');
  test.each(names.flatMap((name) => roles.map((role) => [name, role] as const)))('%s as a %s', async (name, role) => {
    for (const pkg of samples) {
      const results = await runSample(pkg, role, {
        cases: await cases(pkg, role),
        create: () => nullTestees[name]!(role),
      });
      expect(failuresOf(results).length).toBeGreaterThan(0);
    }
  });
  test('silence costs one case at a time', async () => {
    const [pkg] = samples;
    const results = await runSample(pkg!, 'codec', {
      cases: (await cases(pkg!, 'codec')).slice(0, 2),
      create: () => nullTestees['silent']!('codec'),
    });
    expect(failuresOf(results).length).toBe(2);
  });
});

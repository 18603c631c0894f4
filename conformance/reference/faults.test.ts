/** A slice of the single faults is noticed, each by the clause that it breaks; `npm run mutation` tries them all. No legal variant fails, and nothing that implements nothing is certified. */
import { describe, expect, test } from 'vitest';
import { loadClauses } from '../load-clauses.ts';
import type { TestCase } from '../model/case.ts';
import type { Role } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import { faults, nullTestees, type Fault } from './faults.ts';
import { legalVariants, type LegalVariant } from './faults/legal-variants.ts';
import { createReferenceTestee } from './reference-testee.ts';
import { packageOf } from './test/package.ts';
import { casesFor, failuresOf, runSample } from './test/run-sample.ts';
import { sampleEvents } from './test/sample-events.ts';
import { smallSample } from './test/sample.ts';

const samples: readonly LoadedPackage[] = [await packageOf(smallSample), await packageOf(sampleEvents)];
/** Those that a case must wait for. */
const endless: ReadonlySet<string> = new Set(['silent', 'hang']);
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

/** Every so many faults of codecs; those of clients and servers are few. */
const every = 26;

const required = new Set((await loadClauses()).filter(({ level }) => level === 'required').map(({ id }) => id));
const isRequired = ({ clauses }: Fault): boolean => clauses.some((clause) => required.has(clause));

const slice = [
  ...faults
    .filter(({ role }) => role === 'codec')
    .filter((fault) => isRequired(fault) && samples.some(fault.applies))
    .filter((_, i) => i % every === 0),
  ...faults.filter(({ role }) => role !== 'codec').filter((fault) => isRequired(fault) && samples.some(fault.applies)),
];

describe('faults', () => {
  test('each has a name of its own', () => {
    expect(new Set(faults.map(({ name, role }) => `${role} ${name}`)).size).toBe(faults.length);
    expect(faults.length).toBeGreaterThan(750);
  });
  test('every clause has one that is meant for it', async () => {
    const clauses = (await loadClauses()).map(({ id }) => id);
    const broken = new Set(faults.flatMap((fault) => fault.clauses));
    expect(clauses.filter((clause) => !broken.has(clause))).toEqual([]);
    expect([...broken].filter((clause) => !clauses.includes(clause))).toEqual([]);
  });
  test.each(slice.map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
    for (const pkg of samples.filter(fault.applies)) {
      const failed = await clausesFailed(pkg, fault);
      expect(fault.clauses.filter((clause) => failed.has(clause))).not.toEqual([]);
    }
  });
});

describe('legal variants', async () => {
  const pkg = samples[0]!;
  const writing = (await cases(pkg, 'codec')).filter(
    ({ kind, id }) =>
      kind === 'fixed' && /\/(?:edges|all-fields|entries|written|default|kept|overlong|overflow)\//.test(id),
  );
  const failing = async (wrap: LegalVariant['wrap']): Promise<readonly string[]> => {
    const create = () => wrap(createReferenceTestee(pkg, 'codec'), pkg);
    const results = await runSample(pkg, 'codec', { cases: writing, create });
    return results.filter(({ verdict, level }) => verdict !== 'pass' && level !== 'informational').map(({ id }) => id);
  };
  test('the reference fails none of the cases', async () => expect(await failing((testee) => testee)).toEqual([]));
  test.each(legalVariants.map(({ name, wrap }) => [name, wrap] as const))('%s', async (_, wrap) =>
    expect(await failing(wrap)).toEqual([]),
  );
});

/** Cases that pass, of the fixed ones of the first sample: what answers without looking is right by chance. */
const scores: Readonly<Record<string, number>> = {
  'echo codec': 176,
  'echo server': 1,
  'accept-all codec': 4,
  'accept-all server': 1,
  'reject-all codec': 186,
  'reject-all client': 5,
  'reject-all server': 1,
  'constant codec': 97,
  'constant server': 1,
};

describe('null testees', () => {
  const quick = Object.keys(nullTestees).filter((name) => !endless.has(name));
  test.each(quick.flatMap((name) => roles.map((role) => [name, role] as const)))('%s as a %s', async (name, role) => {
    const [small, events] = samples;
    const pkg = role === 'codec' ? small! : events!;
    const results = await runSample(pkg, role, {
      cases: (await cases(pkg, role)).filter(({ kind }) => kind === 'fixed'),
      create: () => nullTestees[name]!(role),
    });
    expect(failuresOf(results).length).toBeGreaterThan(0);
    expect(results.filter(({ verdict }) => verdict === 'pass').length).toBe(scores[`${name} ${role}`] ?? 0);
  });
  test.each([...endless])('%s costs one case at a time', async (name) => {
    const [pkg] = samples;
    const results = await runSample(pkg!, 'codec', {
      cases: (await cases(pkg!, 'codec')).slice(0, 2),
      create: () => nullTestees[name]!('codec'),
    });
    expect(failuresOf(results).length).toBe(2);
  });
});

/** Certifies an in-process testee without commands, reports or files around it. */
import { bindingOf } from '../../bindings/binding.ts';
import { caseSources } from '../../cases/index.ts';
import type { TestCase } from '../../model/case.ts';
import type { Role } from '../../model/fixture.gen.ts';
import type { LoadedPackage } from '../../model/package.ts';
import type { CaseResult } from '../../model/report.gen.ts';
import type { InProcessTestee, Transport } from '../../model/testee.ts';
import { runCases } from '../../run/run-cases.ts';
import { inProcess } from '../../testees/in-process.ts';
import { createOracle } from '../oracle/oracle.ts';

export async function casesFor(pkg: LoadedPackage, role: Role): Promise<readonly TestCase[]> {
  const binding = role === 'codec' ? '' : (bindingOf(pkg.descriptor, '')?.name ?? '');
  const context = { package: pkg, role, profile: 'interpreted', binding } as const;
  return (await Promise.all(caseSources.map((source) => source.cases(context)))).flat();
}

/** @param cases - Those of the package and role; made once where many testees are tried. */
export const runSample = (
  pkg: LoadedPackage,
  role: Role,
  { cases, create }: { readonly cases: readonly TestCase[]; readonly create: () => InProcessTestee },
): Promise<readonly CaseResult[]> =>
  runOver(pkg, role, { cases, transport: inProcess(create, 'sample'), timeoutMs: 500 });

export interface Over {
  readonly cases: readonly TestCase[];
  readonly transport: Transport;
  /** 10 s unless given: the machine may be busy. */
  readonly timeoutMs?: number;
}

export async function runOver(pkg: LoadedPackage, role: Role, over: Over): Promise<readonly CaseResult[]> {
  const binding = role === 'codec' ? undefined : bindingOf(pkg.descriptor, '');
  const { results } = await runCases(over.cases, {
    lane: {
      transport: over.transport,
      role,
      hello: { suite: 'wiremark 0', role, package: pkg.descriptor.package.name, binding: binding?.name ?? '', seed: 1 },
      timeoutMs: over.timeoutMs ?? 10_000,
      startTimeoutMs: undefined,
    },
    judge: { oracle: createOracle(pkg.descriptor, 'interpreted'), binding },
    seed: 1,
    runs: 40,
    path: '',
    jobs: 1,
    signal: new AbortController().signal,
    progress: () => {},
  });
  return results;
}

/** Required cases that did not pass. */
export const failuresOf = (results: readonly CaseResult[]): readonly CaseResult[] =>
  results.filter(({ verdict, level }) => level === 'required' && verdict !== 'pass');

/** Certifies an in-process testee without commands, reports or files around it. */
import type { Binding } from '../../bindings/binding.ts';
import { bindingOf } from '../../bindings/binding-of.ts';
import { caseSources } from '../../cases/index.ts';
import type { TestCase } from '../../model/case.ts';
import type { Role } from '../../model/fixture.gen.ts';
import type { LoadedPackage } from '../../model/package.ts';
import type { CaseResult } from '../../model/report.gen.ts';
import type { InProcessTestee, Transport } from '../../model/testee.ts';
import { runCases } from '../../run/run-cases.ts';
import { inProcess } from '../../testees/in-process.ts';
import { createOracle } from '../oracle/oracle.ts';

/** @param framing - Default: the first binding of the package. */
export async function casesFor(pkg: LoadedPackage, role: Role, framing?: Binding): Promise<readonly TestCase[]> {
  const binding = role === 'codec' ? '' : ((framing ?? bindingOf(pkg.descriptor, ''))?.name ?? '');
  const context = { package: pkg, role, profile: 'interpreted', binding, ...(framing && { framing }) } as const;
  return (await Promise.all(caseSources.map((source) => source.cases(context)))).flat();
}

/** @param cases - Those of the package and role; made once where many testees are tried. */
export const runSample = (
  pkg: LoadedPackage,
  role: Role,
  {
    cases,
    create,
    framing,
  }: {
    readonly cases: readonly TestCase[];
    readonly create: () => InProcessTestee;
    readonly framing?: Binding;
  },
): Promise<readonly CaseResult[]> =>
  runOver(pkg, role, { cases, transport: inProcess(create, 'sample'), timeoutMs: 500, ...(framing && { framing }) });

export interface Over {
  readonly cases: readonly TestCase[];
  readonly transport: Transport;
  /** 10 s unless given: the machine may be busy. */
  readonly timeoutMs?: number;
  /** Default: the first binding of the package. */
  readonly framing?: Binding;
}

export async function runOver(pkg: LoadedPackage, role: Role, over: Over): Promise<readonly CaseResult[]> {
  const binding = role === 'codec' ? undefined : (over.framing ?? bindingOf(pkg.descriptor, ''));
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

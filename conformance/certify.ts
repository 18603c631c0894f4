/**
 * The kit's pipeline on one screen: load the package, collect the cases, exercise them, judge them, report. Takes a
 * request, gives a report as plain data; what stands in the way of a run comes as diagnostics.
 */
import { diagnose, hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { Binding } from './bindings/binding.ts';
import { loadBinding } from './bindings/load-binding.ts';
import { collectCases } from './collect-cases.ts';
import { loadPackage } from './load-package.ts';
import type { CaseSource, Profile } from './model/case.ts';
import type { Clause } from './model/clause.ts';
import type { LoadedPackage } from './model/package.ts';
import type { CaseResult, Report, Selection } from './model/report.gen.ts';
import type { Transport } from './model/testee.ts';
import type { Role } from './model/fixture.gen.ts';
import { readBaseline } from './read-baseline.ts';
import { readLists } from './read-lists.ts';
import { createOracle } from './reference/oracle/oracle.ts';
import { buildReport } from './report/build-report.ts';
import { compareReports } from './report/compare.ts';
import { passiveCheck } from './judge/passive.ts';
import { runCases } from './run/run-cases.ts';
import { digestCases } from './run/seeds.ts';
import { select } from './run/select.ts';

export interface CertifyRequest {
  /** Folder or name of a generated package. */
  readonly package: string;
  readonly role: Role;
  /** How to reach the testee; made when the package is loaded, for the reference implementation lies in it. */
  readonly transport: (loaded: LoadedPackage, framing: Binding | undefined) => Transport | Promise<Transport>;
  readonly sources: readonly CaseSource[];
  /** Every frame is checked as it comes, whether it is expected or not. */
  readonly passive?: boolean;
  readonly clauses: readonly Clause[];
  readonly profile: Profile;
  /** Name of a binding of the package, of a standard one, or a file; `''` for the package's first. */
  readonly binding: string;
  readonly selection: Selection;
  readonly seed: number;
  /** Examples of each property case; 0: as many as it suggests. */
  readonly runs: number;
  /** Path to one example, from an earlier report; `''` otherwise. */
  readonly path: string;
  readonly jobs: number;
  readonly timeoutMs: number;
  readonly startTimeoutMs: number | undefined;
  readonly knownFailing: readonly string[];
  readonly knownFlaky: readonly string[];
  /** File of an earlier report to compare with; undefined for none. */
  readonly baseline?: string | undefined;
  /** Folder that relative paths and package names are looked up from. */
  readonly cwd: string;
  /** Version of the kit. */
  readonly version: string;
  readonly signal: AbortSignal;
  readonly listener: CertifyListener;
}

/** Hears of a run while it goes on. */
export interface CertifyListener {
  /** Before the first case. */
  started(run: { readonly seed: number; readonly cases: number; readonly package: string; readonly role: Role }): void;
  /** After each case. */
  progress(result: CaseResult): void;
}

export async function certify(request: CertifyRequest): Promise<Result<Report | undefined>> {
  const began = performance.now();
  const { role, profile, selection, seed, runs, clauses } = request;

  const loaded = await loadPackage(request.package, request.cwd);
  const failing = await readLists('known-failing', request.knownFailing);
  const flaky = await readLists('known-flaky', request.knownFlaky);
  const diagnostics = [...loaded.diagnostics, ...failing.diagnostics, ...flaky.diagnostics];
  if (loaded.value === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const { descriptor } = loaded.value;

  const found = role === 'codec' ? undefined : await loadBinding(request.binding, descriptor, request.cwd);
  diagnostics.push(...(found?.diagnostics ?? []));
  const framing = found?.value;
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const binding = framing?.name ?? '';

  const comparable = { package: descriptor.package, role, profile, binding };
  const earlier = request.baseline === undefined ? undefined : await readBaseline(request.baseline, comparable);
  diagnostics.push(...(earlier?.diagnostics ?? []));
  const context = { package: loaded.value, role, profile, binding, ...(framing && { framing }) };
  const collected = await collectCases(request.sources, context, clauses);
  diagnostics.push(...collected.diagnostics);
  const cases = select(collected.value, selection);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  if (cases.length === 0) return refuse(diagnostics, noCase(collected.value.length, role));

  const transport = await request.transport(loaded.value, framing);
  request.listener.started({ seed, cases: cases.length, package: descriptor.package.name, role });
  const oracle = createOracle(descriptor, profile);
  const suite = { name: 'wiremark', version: request.version, cases: digestCases(collected.value) };
  const run = await runCases(cases, {
    lane: {
      transport,
      role,
      hello: { suite: `${suite.name} ${suite.version}`, role, package: descriptor.package.name, binding, seed },
      carrier: framing?.carrier,
      timeoutMs: request.timeoutMs,
      startTimeoutMs: request.startTimeoutMs,
    },
    judge: { oracle, binding: framing, ...(request.passive && framing && { passive: passiveCheck(oracle, framing) }) },
    seed,
    runs,
    path: request.path,
    jobs: request.jobs,
    signal: request.signal,
    progress: (result) => request.listener.progress(result),
  });

  const facts = { suite, package: loaded.value, role, profile, binding, transport, seed, runs, selection, clauses };
  const report = buildReport(
    {
      ...facts,
      lists: [...failing.value, ...flaky.value],
      ids: collected.value.map(({ id }) => id),
      interrupted: request.signal.aborted,
      durationMs: performance.now() - began,
    },
    run,
  );
  if (request.baseline === undefined || earlier?.value === undefined) return { value: report, diagnostics };
  return { value: { ...report, baseline: compareReports(report, earlier.value, request.baseline) }, diagnostics };
}

const refuse = (diagnostics: readonly Diagnostic[], last: Diagnostic): Result<undefined> => ({
  value: undefined,
  diagnostics: [...diagnostics, last],
});

function noCase(all: number, role: Role): Diagnostic {
  const problem = all === 0 ? `the package gives none for a ${role}` : `none of ${all} is selected`;
  return diagnose('WM6005', undefined, { problem });
}

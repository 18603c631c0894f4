/** Takes what a run gave, gives its report: plain data from which every other form is made. */
import { applyLists, type ListEntry } from '../judge/lists.ts';
import { clauseMatrix } from '../judge/clause-matrix.ts';
import { countVerdicts, outcomeOf } from '../judge/outcome.ts';
import type { Clause } from '../model/clause.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { CaseResult, Report, Selection } from '../model/report.gen.ts';
import type { Transport } from '../model/testee.ts';
import type { RunResult } from '../run/run-cases.ts';

/** All that a report says beside the results. */
export interface ReportFacts {
  readonly suite: Report['suite'];
  readonly package: LoadedPackage;
  readonly role: Report['role'];
  readonly profile: Report['profile'];
  readonly binding: string;
  readonly transport: Pick<Transport, 'kind' | 'target'>;
  readonly seed: number;
  readonly runs: number;
  readonly selection: Selection;
  /** All clauses; those of the role are reported. */
  readonly clauses: readonly Clause[];
  readonly lists: readonly ListEntry[];
  /** Ids of all cases, selected or not. */
  readonly ids: readonly string[];
  readonly interrupted: boolean;
  readonly durationMs: number;
}

/** Cases that are named for their duration. */
const slowestShown = 5;

export function buildReport(facts: ReportFacts, run: RunResult): Report {
  const { descriptor, hash } = facts.package;
  const { results, findings } = applyLists(run.results, facts.lists, facts.ids);
  const introduction = run.introduction;
  return {
    $schema: 'https://wiremark.dev/schema/report.schema.json',
    format: 1,
    ...conclude(facts, results, { findings, startFault: run.startFault }),
    suite: facts.suite,
    role: facts.role,
    package: { ...descriptor.package, protocol: descriptor.protocol, spec: hash },
    profile: facts.profile,
    binding: facts.binding,
    testee: {
      name: introduction?.impl.name ?? '',
      version: introduction?.impl.version ?? '',
      language: introduction?.impl.language ?? '',
      issues: introduction?.impl.issues ?? '',
      transport: facts.transport.kind,
      target: facts.transport.target,
      capabilities: [...(introduction?.caps ?? [])].sort(),
      concurrency: introduction?.concurrency ?? 0,
    },
    seed: facts.seed,
    runs: facts.runs,
    selection: facts.selection,
    lists: findings,
    environment: { runtime: `Node.js ${process.versions.node}`, platform: `${process.platform} ${process.arch}` },
    timing: {
      durationMs: Math.round(facts.durationMs),
      startMs: Math.round(run.startMs),
      starts: run.starts,
      slowest: [...run.durations]
        .sort(([, a], [, b]) => b - a)
        .slice(0, slowestShown)
        .map(([id, ms]) => ({ id, durationMs: Math.round(ms) })),
    },
  };
}

/** The parts of a report that follow from its results. */
export function conclude(
  facts: Pick<ReportFacts, 'clauses' | 'role' | 'selection' | 'interrupted'>,
  results: readonly CaseResult[],
  { findings, startFault }: { readonly findings: Report['lists']; readonly startFault: string | undefined },
): Pick<Report, 'outcome' | 'summary' | 'counts' | 'clauses' | 'results'> {
  const clauses = clauseMatrix(
    facts.clauses.filter(({ roles }) => roles.includes(facts.role)),
    results,
  );
  const counts = countVerdicts(results);
  const { level } = facts.selection;
  const interrupted = facts.interrupted;
  return {
    ...outcomeOf({ clauses, results, counts, findings, level, interrupted, startFault }),
    counts,
    clauses,
    results,
  };
}

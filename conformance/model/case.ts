/**
 * What is asked of an implementation. A case is plain data: commands, and the legal outcomes of each. A property case
 * gives such data by the thousand, from a seed; each of its examples is judged like a fixed case.
 */
import type { Arbitrary } from 'fast-check';
import type { Binding } from '../bindings/binding.ts';
import type { LoadedPackage } from './package.ts';
import type { Case, Level, Role, Step } from './fixture.gen.ts';
import type { Report } from './report.gen.ts';

export type TestCase = FixedCase | PropertyCase;

/** One list of steps, the same in every run. */
export interface FixedCase extends Case {
  readonly kind: 'fixed';
}

/** Steps drawn from an arbitrary. The first failing example is shrunk, and the smallest one reported. */
export interface PropertyCase extends Omit<Case, 'steps' | 'provenance'> {
  readonly kind: 'property';
  /** Examples to run unless `--runs` says otherwise. */
  readonly runs: number;
  /**
   * Makes the arbitrary; called at most once a run, so that cases not selected cost nothing. It must depend on the
   * package and the profile alone: the same seed then gives the same examples.
   */
  readonly arbitrary: () => Arbitrary<Example> | Promise<Arbitrary<Example>>;
}

/** One value of a property case. */
export interface Example {
  readonly steps: readonly Step[];
}

/** Layer of the spec whose types judge: what the document says, what was made of it, what was seen. */
export type Profile = Report['profile'];

/** What a source of cases may depend on. */
export interface CaseContext {
  readonly package: LoadedPackage;
  readonly role: Role;
  readonly profile: Profile;
  /** Name of the binding that frames are written in; `''` for a codec. */
  readonly binding: string;
  /** The binding itself; absent: the one of that name. */
  readonly framing?: Binding;
}

/** Gives the cases of one kind, such as the fixtures of a folder or all that a descriptor implies. */
export interface CaseSource {
  /** For messages, when the source itself fails. */
  readonly name: string;
  /** @returns The cases for this package and role, ids unique across all sources; empty when none applies. */
  cases(context: CaseContext): Promise<readonly TestCase[]>;
}

/** Levels from the most binding to the least. */
export const levels = ['required', 'recommended', 'informational'] as const satisfies readonly Level[];

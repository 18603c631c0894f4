/** What the threads are asked, and what they answer: plain data. */
import type { Role } from '../../conformance/model/fixture.gen.ts';
import type { Fate } from './fate.ts';

/** Which package is tried, as what. */
export interface Place {
  readonly subject: string;
  readonly role: Role;
  /** Folder of the package: as generated, or the mutated copy of it. */
  readonly folder: string;
}

/** Runs every `of`th case from `part`, and tells the places of the code that it passes. */
export interface CoverTask {
  readonly kind: 'cover';
  readonly place: Place;
  readonly part: number;
  readonly of: number;
}

export interface MutantTask {
  readonly kind: 'mutant';
  readonly place: Place;
  /** Its id in the switch. */
  readonly id: string;
  readonly name: string;
  /** Cases that pass its place, as numbers in the trial: those that are enough for most, then the others. */
  readonly first: readonly number[];
  readonly rest: readonly number[];
  /** Go on until each clause is decided, rather than to the first kill. */
  readonly matrix: boolean;
}

export interface FaultTask {
  readonly kind: 'fault';
  readonly place: Place;
  readonly name: string;
  readonly matrix: boolean;
}

/** Runs all cases on the reference, and those that fail on a stricter one. */
export interface BaselineTask {
  readonly kind: 'baseline';
  readonly place: Place;
}

export type Task = CoverTask | MutantTask | FaultTask | BaselineTask;

/** A case that holds for the reference, and what of the code it passes. */
export interface Covered {
  /** Its number in the trial. */
  readonly index: number;
  readonly clauses: readonly string[];
  readonly isFixed: boolean;
  /** Numbers in the list of ids that comes with it. */
  readonly places: Int32Array;
}

export type Answer =
  /** Clauses with a case that holds. */
  | { readonly kind: 'passed'; readonly clauses: readonly string[] }
  | { readonly kind: 'covered'; readonly ids: readonly string[]; readonly cases: readonly Covered[] }
  | {
      readonly kind: 'fate';
      readonly fate: Fate;
      /** The mutant left the package in a state in which it works no more: the thread must go. */
      readonly isSpoilt: boolean;
    };

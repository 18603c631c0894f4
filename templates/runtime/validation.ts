/** What is wrong with a value, place by place: the issues that `validateX` returns, and how they are collected. */
import { pointerStep } from './pointer.ts';

/** One thing that is wrong. */
export interface Issue {
  /** Where: an RFC 6901 pointer into the value, `''` for the value itself. */
  readonly path: string;
  /** What kind of fault, in kebab-case; stable, for programs. */
  readonly code: IssueCode;
  /** The same in words, for people; without the place. */
  readonly message: string;
}

/**
 * `missing`: absent though required. `wrong-type`: another type. `out-of-range`: right type, but beyond the type's range, or
 * not an integer. `unknown-value`: not a member of a closed enum or of literals. `unknown-case`: no member of the oneof
 * or union. `bad-key`: a map key that is not of the key's type. `bad-format`: a string without the form it should have.
 * `unexpected`: a property that must not be there. `too-deep`: nested beyond the bound.
 */
export type IssueCode =
  | 'missing'
  | 'wrong-type'
  | 'out-of-range'
  | 'unknown-value'
  | 'unknown-case'
  | 'bad-key'
  | 'bad-format'
  | 'unexpected'
  | 'too-deep';

/** Issues that one validation returns at most: enough for a person, and bounded for hostile input. */
export const maxIssues = 100;

/** Depth to which messages may nest; the same that codecs allow. */
export const maxValueDepth = 100;

/** Valid. One frozen array, so that a valid value costs nothing. */
export const noIssues: readonly Issue[] = /* @__PURE__ */ Object.freeze([]);

/** Explains one value: adds an issue for each fault it finds, and nothing if the value is good. */
export type Rule = (value: unknown, report: Report) => void;

/** Collects issues while rules walk a value. */
export class Report {
  readonly issues: Issue[] = [];
  readonly #steps: (string | number)[] = [];
  #depth = 0;

  /** No more issues are taken; rules over long lists may stop. */
  get full(): boolean {
    return this.issues.length >= maxIssues;
  }

  /** Adds an issue at the present place. */
  add(code: IssueCode, message: string): void {
    if (!this.full) this.issues.push({ path: this.#steps.map(pointerStep).join(''), code, message });
  }

  /** Applies a rule to what stands under `key`. */
  at(key: string | number, value: unknown, rule: Rule): void {
    if (this.full) return;
    this.#steps.push(key);
    rule(value, this);
    this.#steps.pop();
  }

  /** Applies `walk` to an object, unless it lies in more than `maxValueDepth` others: values may be cyclic. */
  within(walk: () => void): void {
    this.#depth++;
    if (this.#depth > maxValueDepth) this.add('too-deep', `nested more than ${maxValueDepth} deep`);
    else walk();
    this.#depth--;
  }
}

/** All issues of a value, at most `maxIssues`. */
export function issuesOf(value: unknown, rule: Rule): readonly Issue[] {
  const report = new Report();
  rule(value, report);
  return report.issues;
}

/** What a value is, for messages: `null`, `array`, `Uint8Array`, `object` or what `typeof` says. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Uint8Array) return 'Uint8Array';
  return typeof value;
}

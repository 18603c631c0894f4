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
export type IssueCode = 'missing' | 'wrong-type' | 'out-of-range' | 'unknown-value' | 'unknown-case' | 'bad-key' | 'bad-format' | 'unexpected' | 'too-deep';
/** Issues that one validation returns at most: enough for a person, and bounded for hostile input. */
export declare const maxIssues = 100;
/** Depth to which messages may nest; the same that codecs allow. */
export declare const maxValueDepth = 100;
/** Valid. One frozen array, so that a valid value costs nothing. */
export declare const noIssues: readonly Issue[];
/** Explains one value: adds an issue for each fault it finds, and nothing if the value is good. */
export type Rule = (value: unknown, report: Report) => void;
/** Collects issues while rules walk a value. */
export declare class Report {
    #private;
    readonly issues: Issue[];
    /** No more issues are taken; rules over long lists may stop. */
    get full(): boolean;
    /** Adds an issue at the present place. */
    add(code: IssueCode, message: string): void;
    /** Applies a rule to what stands under `key`. */
    at(key: string | number, value: unknown, rule: Rule): void;
    /** Applies `walk` to an object, unless it lies in more than `maxValueDepth` others: values may be cyclic. */
    within(walk: () => void): void;
}
/** All issues of a value, at most `maxIssues`. */
export declare function issuesOf(value: unknown, rule: Rule): readonly Issue[];
/** What a value is, for messages: `null`, `array`, `Uint8Array`, `object` or what `typeof` says. */
export declare function typeName(value: unknown): string;

import { type Report, type Rule } from './validation.ts';
/** Reports another type than the one that should be, or its absence. */
export declare function reportType(expected: string, value: unknown, report: Report): void;
export declare function stringRule(value: unknown, report: Report): void;
export declare function booleanRule(value: unknown, report: Report): void;
export declare function bytesRule(value: unknown, report: Report): void;
export declare function doubleRule(value: unknown, report: Report): void;
export declare function floatRule(value: unknown, report: Report): void;
export declare function int32Rule(value: unknown, report: Report): void;
export declare function uint32Rule(value: unknown, report: Report): void;
export declare function int64Rule(value: unknown, report: Report): void;
export declare function uint64Rule(value: unknown, report: Report): void;
export declare function safeInt64Rule(value: unknown, report: Report): void;
export declare function safeUint64Rule(value: unknown, report: Report): void;
export declare function int64StringRule(value: unknown, report: Report): void;
export declare function uint64StringRule(value: unknown, report: Report): void;
/** Only the values that a table of names lists: a closed enum. */
export declare function memberRule(names: Readonly<Record<number | string, unknown>>): Rule;
/** Absence, as undefined, or what the rule takes. */
export declare function optionalRule(rule: Rule): Rule;
export declare function listRule(rule: Rule): Rule;
/** @param keyRule - Applied to each key, as text, at the key's own place. */
export declare function mapRule(rule: Rule, keyRule?: Rule): Rule;
export declare function int32KeyRule(key: unknown, report: Report): void;
export declare function uint32KeyRule(key: unknown, report: Report): void;
export declare function int64KeyRule(key: unknown, report: Report): void;
export declare function uint64KeyRule(key: unknown, report: Report): void;
export declare function booleanKeyRule(key: unknown, report: Report): void;
/**
 * Each property by its rule, in the table's order. Other properties are not looked at.
 * @param properties - Called when the rule runs, so that tables of types that refer to each other can do so.
 */
export declare function objectRule(properties: () => Readonly<Record<string, Rule>>): Rule;
/** As `objectRule`, applied to a value. */
export declare function explainObject(value: unknown, report: Report, rules: Readonly<Record<string, Rule>>): void;
/** `{ case, value }` with one of the cases, or undefined: a oneof. */
export declare function oneofRule(cases: Readonly<Record<string, Rule>>): Rule;

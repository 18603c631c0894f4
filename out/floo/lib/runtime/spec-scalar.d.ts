import type { Report } from './validation.ts';
/** @throws {JsonError} `wrong-type`. */
export declare function checkString(value: unknown): string;
/** JSON text of a string. Lone surrogates are escaped, so nothing is lost. */
export declare function stringToText(value: unknown): string;
/** @throws {JsonError} `wrong-type`. */
export declare function checkBoolean(value: unknown): boolean;
export declare function booleanToText(value: unknown): string;
/** A number that JSON can hold: finite. */
export declare function isFiniteNumber(value: unknown): value is number;
/** As `isFiniteNumber`, within the range of a 32-bit float. */
export declare function isFiniteFloat(value: unknown): value is number;
/** @throws {JsonError} `wrong-type`; `out-of-range` when it is not finite. */
export declare function checkNumber(value: unknown): number;
/**
 * A number of unstated width. Integers that only a bigint holds are refused rather than rounded.
 *
 * @throws {JsonError} `wrong-type`; `out-of-range` when it is not finite or would be rounded.
 */
export declare function numberFromJson(json: unknown): number;
/** A double: the nearest one to what JSON says. */
export declare function doubleFromJson(json: unknown): number;
/**
 * JSON text of a finite number. `-0` keeps its sign; integers beyond 2^53 are written with all their digits, where JavaScript
 * would write zeros, so that exact readers get this very number.
 */
export declare function numberToText(value: unknown): string;
export declare function finiteNumberRule(value: unknown, report: Report): void;
/** @throws {JsonError} `wrong-type`; `out-of-range` beyond a 32-bit float. */
export declare function checkFloat(value: unknown): number;
/** A float, in the precision that JSON gives it. */
export declare function floatFromJson(json: unknown): number;
export declare function floatToText(value: unknown): string;
export declare function finiteFloatRule(value: unknown, report: Report): void;
/** @throws {JsonError} `wrong-type`; `out-of-range` unless it is an integer from -2^31 to 2^31 - 1. */
export declare function checkInt32(value: unknown): number;
export declare function int32ToText(value: unknown): string;
/** @throws {JsonError} `wrong-type`; `out-of-range` unless it is an integer from 0 to 2^32 - 1. */
export declare function checkUint32(value: unknown): number;
export declare function uint32ToText(value: unknown): string;
/** An integer that a double holds safely. @throws {JsonError} `wrong-type`; `out-of-range`. */
export declare function checkSafeInt64(value: unknown): number;
export declare function safeInt64ToText(value: unknown): string;
/** As `checkSafeInt64`, and not negative. */
export declare function checkSafeUint64(value: unknown): number;
export declare function safeUint64ToText(value: unknown): string;

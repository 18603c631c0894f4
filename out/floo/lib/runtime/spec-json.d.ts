import type { Report } from './validation.ts';
/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** Any JSON object. */
export interface JsonObject {
    [member: string]: Json;
}
/** Any JSON value in memory; an integer that a number cannot hold safely is a bigint. */
export type ExactJson = null | boolean | number | bigint | string | ExactJson[] | ExactJsonObject;
/** Any JSON object in memory. */
export interface ExactJsonObject {
    [member: string]: ExactJson;
}
/** A 64-bit integer as long.js holds it: two halves of 32 bits, both signed. */
export interface Long {
    low: number;
    high: number;
    unsigned: boolean;
}
/**
 * The value itself, once it is known to be JSON.
 *
 * @throws {JsonError} `wrong-type`; `out-of-range` for NaN and infinities; `too-deep`.
 */
export declare function checkJson(value: unknown, depth?: number): ExactJson;
/** As `checkJson`, and an object. */
export declare function checkJsonObject(value: unknown): ExactJsonObject;
/** A copy in which bigints are numbers. @throws {JsonError} what `checkJson` throws; `out-of-range` where one would round. */
export declare function jsonToJson(value: unknown, depth?: number): Json;
export declare function jsonObjectToJson(value: unknown): JsonObject;
/** JSON text with every digit. Members that are undefined are left out, as `JSON.stringify` does. */
export declare function jsonToText(value: unknown, depth?: number): string;
export declare function jsonObjectToText(value: unknown): string;
/** Is it JSON, to a depth of 100? */
export declare function isJson(value: unknown): value is ExactJson;
export declare function isJsonObject(value: unknown): value is ExactJsonObject;
export declare function jsonRule(value: unknown, report: Report): void;
export declare function jsonObjectRule(value: unknown, report: Report): void;
/** @throws {JsonError} `wrong-type`, `out-of-range`. */
export declare function checkLong(value: unknown): Long;
export declare function longToText(value: unknown): string;
export declare function isLong(value: unknown): value is Long;
export declare function longRule(value: unknown, report: Report): void;

/** Arrays and objects inside one another that a document may have, unless told otherwise. As protobuf parsers do. */
export declare const maxJsonDepth = 100;
/**
 * Parses JSON as `JSON.parse` does, except that an integer which a double cannot hold safely becomes a bigint: one
 * written as an integer, or one of at most 64 bits written with fraction or exponent (`9007199254740993.0`).
 * A key `__proto__` becomes an ordinary own property.
 *
 * @throws {JsonError} `syntax` when the text is not JSON; `too-deep` beyond `maxDepth`.
 */
export declare function parseJson(text: string, maxDepth?: number): unknown;
/**
 * `JSON.parse` with our error. Depth is not checked: its parser keeps no stack of calls, and readers bound it.
 *
 * @throws {JsonError} `syntax`.
 */
export declare function parsePlainJson(text: string): unknown;
/**
 * As `parseJson`, always exactly.
 * @param uniqueKeys - Refuses a key that an object has twice; else the last one wins.
 * @throws {JsonError} As `parseJson`; `duplicate-key`, whose path names the object's member.
 */
export declare function parseExactJson(text: string, { maxDepth, uniqueKeys }?: {
    readonly maxDepth?: number;
    readonly uniqueKeys?: boolean;
}): unknown;
/** JSON's own grammar of numbers, without space: sign and whole, fraction, exponent. Source: RFC 8259, section 6. */
export declare const decimal: RegExp;
/**
 * The exact value of a decimal numeral such as `1.5e3`, when it is an integer of at most 20 digits; undefined when it
 * is not.
 */
export declare function decimalInteger(numeral: string): bigint | undefined;

/** @throws {JsonError} `wrong-type`; `out-of-range` beyond 64 bits, or for a number that may have been rounded already. */
export declare function int64FromJson(json: unknown): bigint;
/** As `int64FromJson`, from 0 to 2^64 - 1. */
export declare function uint64FromJson(json: unknown): bigint;
/** From the decimal digits. @throws {JsonError} `wrong-type`, `bad-format`. */
export declare function quotedInt64FromJson(json: unknown): bigint;
/** As `quotedInt64FromJson`, from 0 to 2^64 - 1. */
export declare function quotedUint64FromJson(json: unknown): bigint;
/** The decimal digits themselves, once they are known to be some. @throws {JsonError} `wrong-type`, `bad-format`. */
export declare function checkInt64String(value: unknown): string;
/** As `checkInt64String`, from 0 to 2^64 - 1. */
export declare function checkUint64String(value: unknown): string;
export declare function int64StringToText(value: unknown): string;
export declare function uint64StringToText(value: unknown): string;
/** As a JSON number. @throws {JsonError} `wrong-type`; `out-of-range` where it would be rounded: JSON text has no such limit. */
export declare function int64ToJson(value: bigint): number;
export declare function uint64ToJson(value: bigint): number;
/** As decimal digits. */
export declare function quotedInt64ToJson(value: bigint): string;
export declare function quotedUint64ToJson(value: bigint): string;
/** As the digits of a JSON number, exact. */
export declare function int64ToText(value: bigint): string;
export declare function uint64ToText(value: bigint): string;
/** As decimal digits between quotes. */
export declare function quotedInt64ToText(value: bigint): string;
export declare function quotedUint64ToText(value: bigint): string;
/** The number of the same value. @throws {JsonError} `out-of-range` where there is none. */
export declare function bigintToNumber(value: bigint): number;
/** The bigint of a safe integer. @throws {JsonError} `wrong-type`, `out-of-range`. */
export declare function bigintFromNumber(value: unknown): bigint;
/** The bigint that decimal digits stand for. @throws {JsonError} `wrong-type`, `bad-format`. */
export declare function bigintFromString(value: unknown): bigint;

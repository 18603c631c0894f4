/** A floating-point number in ProtoJSON. */
export type JsonFloat = number | 'NaN' | 'Infinity' | '-Infinity';
/** A string. @throws {JsonError} `wrong-type`; `lone-surrogate`, which no UTF-8 can hold. */
export declare function asString(json: unknown): string;
/** A boolean. @throws {JsonError} `wrong-type`. */
export declare function asBool(json: unknown): boolean;
/** The key of a map by booleans: `true` or `false`. @throws {JsonError} `bad-key`. */
export declare function asBoolKey(key: string): string;
/** A number, or a string that holds one: JSON's own grammar, without space. @throws {JsonError} `wrong-type`, `bad-number`. */
export declare function asNumber(json: unknown): number;
/** An integer from -2^31 to 2^31 - 1. @throws {JsonError} `wrong-type`, `bad-number`, `out-of-range`. */
export declare function asInt32(json: unknown): number;
/** An integer from 0 to 2^32 - 1. @throws {JsonError} `wrong-type`, `bad-number`, `out-of-range`. */
export declare function asUint32(json: unknown): number;
/** A double; `NaN`, `Infinity` and `-Infinity` as strings. @throws {JsonError} `wrong-type`, `bad-number`, `out-of-range`. */
export declare function asDouble(json: unknown): number;
/** As `asDouble`, rounded to the nearest 32-bit float. */
export declare function asFloat(json: unknown): number;
/** Bytes from base64 or base64url, padded or not. @throws {JsonError} `wrong-type`, `bad-base64`. */
export declare function asBytes(json: unknown): Uint8Array;

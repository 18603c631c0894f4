/** A string in quotes. @throws {JsonError} `wrong-type`; `lone-surrogate`, which no UTF-8 can hold. */
export declare function stringText(text: string): string;
/** As `stringText`, without the quotes: they come with what stands around it. */
export declare function escaped(text: string): string;
/** @throws {JsonError} `wrong-type`. */
export declare function boolText(value: boolean): string;
/** @throws {JsonError} `out-of-range`. */
export declare function int32Text(value: number): string;
/** @throws {JsonError} `out-of-range`. */
export declare function uint32Text(value: number): string;
/** Quoted digits, as for every integer of 64 bits: not every reader holds them in numbers. @throws {JsonError} `out-of-range`. */
export declare function int64Text(value: bigint): string;
/** @throws {JsonError} `out-of-range`. */
export declare function uint64Text(value: bigint): string;
/** @throws {JsonError} `out-of-range`. */
export declare function int64NumberText(value: number): string;
/** @throws {JsonError} `out-of-range`. */
export declare function uint64NumberText(value: number): string;
/** @throws {JsonError} `out-of-range`. */
export declare function int64StringText(value: string): string;
/** @throws {JsonError} `out-of-range`. */
export declare function uint64StringText(value: string): string;
/** A number; what JSON has no number for, in quotes: `"NaN"`, `"Infinity"`, `"-Infinity"`. @throws {JsonError} `wrong-type`. */
export declare function doubleText(value: number): string;
/** As `doubleText`, with no more digits than a 32-bit float needs. @throws {JsonError} `wrong-type`, `out-of-range`. */
export declare function floatText(value: number): string;
/** Padded base64 in quotes. @throws {JsonError} `wrong-type`. */
export declare function bytesText(bytes: Uint8Array): string;

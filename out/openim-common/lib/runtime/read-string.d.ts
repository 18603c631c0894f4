/** A string that must be UTF-8. */
export declare function readString(start: number, stop: number): string;
/** A string whose ill-formed parts become U+FFFD: proto2, and where `utf8_validation` is `NONE`. */
export declare function readLooseString(start: number, stop: number): string;

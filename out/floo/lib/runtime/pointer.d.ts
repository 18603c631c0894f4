/** Places in a document. Source: RFC 6901 (JSON Pointer), section 3. */
/** One step of a pointer: `/` and the key, with `~` and `/` escaped. */
export declare function pointerStep(key: string | number): string;

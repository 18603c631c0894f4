/** An int32 or an enum. Negative ones take ten bytes, as if they were an int64. */
export declare function writeInt32(pos: number, value: number): number;
export declare function writeUint32(pos: number, value: number): number;
/** Zigzag: the lowest bit is the sign. */
export declare function writeSint32(pos: number, value: number): number;
export declare function writeBool(pos: number, value: boolean): number;
export declare function writeFixed32(pos: number, value: number): number;
export declare function writeSfixed32(pos: number, value: number): number;
/** A number that a float cannot hold is rounded, as in every language; one beyond its range becomes infinite. */
export declare function writeFloat(pos: number, value: number): number;
export declare function writeDouble(pos: number, value: number): number;

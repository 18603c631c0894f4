/** An int32 or an enum: the lower 32 bits of a varint. */
export declare function readInt32(pos: number): number;
export declare function readUint32(pos: number): number;
/** Zigzag: the lowest bit is the sign. */
export declare function readSint32(pos: number): number;
/** True for any varint but zero, whatever its length. */
export declare function readBool(pos: number): boolean;
export declare function readFixed32(pos: number): number;
export declare function readSfixed32(pos: number): number;
export declare function readFloat(pos: number): number;
export declare function readDouble(pos: number): number;

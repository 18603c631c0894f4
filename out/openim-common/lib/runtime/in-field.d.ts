/** Reads an entry between two offsets into a map. */
type ReadEntry = (pos: number, end: number, map: never) => unknown;
/**
 * The numbers of a message's fields in the order of its properties: those of a oneof in an array, that of a map with what
 * reads its entries, that of a list which may be packed negated.
 */
type FieldOrder = readonly (number | readonly number[] | readonly [number, ReadEntry])[];
/** Makes what names the field in which reading failed, with the index in its list, or the key in its map if that was read. */
export declare function inFieldOf(order: FieldOrder): (error: unknown, message: object, start: number) => unknown;
export {};

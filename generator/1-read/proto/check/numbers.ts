/** Bounds of numbers in .proto files: protobuf.dev/programming-guides/proto3#assigning and #enum. */

/** 2^29 - 1: three bits of a tag hold the wire type. */
export const maxFieldNumber = 536_870_911;

/** Numbers that protobuf keeps for itself. */
export const protobufsOwn = { start: 19_000, end: 19_999 } as const;

/** Type ids of message sets are int32, and the largest is not usable. */
export const maxMessageSetNumber = 2_147_483_646;

export const int32 = { start: -2_147_483_648, end: 2_147_483_647 } as const;

/** Inclusive at both ends; `max` is the end of whatever it belongs to. */
export interface Range {
  readonly start: number;
  readonly end: number | 'max';
}

export function includes({ start, end }: Range, value: number): boolean {
  return value >= start && (end === 'max' || value <= end);
}

export function overlap(a: Range, b: Range): boolean {
  return (a.end === 'max' || b.start <= a.end) && (b.end === 'max' || a.start <= b.end);
}

/** As a source writes it. */
export function rangeText({ start, end }: Range): string {
  return start === end ? String(start) : `${start} to ${end}`;
}

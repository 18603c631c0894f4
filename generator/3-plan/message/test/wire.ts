/** Writes bytes by hand. Source: the encoding guide. */

/** A varint of a 64-bit value. */
export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

export const tag = (field: number, wireType: number): number[] => varint((BigInt(field) << 3n) | BigInt(wireType));

/** A field with a length. */
export const sized = (field: number, content: readonly number[]): number[] => [
  ...tag(field, 2),
  ...varint(content.length),
  ...content,
];

export const number = (field: number, value: number | bigint): number[] => [...tag(field, 0), ...varint(value)];

export const text = (field: number, value: string): number[] => sized(field, [...Buffer.from(value)]);

export const group = (field: number, content: readonly number[]): number[] => [
  ...tag(field, 3),
  ...content,
  ...tag(field, 4),
];

export const bytesOf = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());

/** Reads 64-bit integers into each of their surfaces: bigint, number that is never rounded, decimal string. */
import { high, moveTo, readVarint, safeInteger, view } from './input.ts';

const words = /* @__PURE__ */ new Int32Array(2);
const signed = /* @__PURE__ */ new BigInt64Array(words.buffer);
const unsigned = /* @__PURE__ */ new BigUint64Array(words.buffer);

export function readInt64(pos: number): bigint {
  words[0] = readVarint(pos);
  words[1] = high;
  return signed[0]!;
}

export function readUint64(pos: number): bigint {
  words[0] = readVarint(pos);
  words[1] = high;
  return unsigned[0]!;
}

/** Zigzag: the lowest bit is the sign. */
export function readSint64(pos: number): bigint {
  const low = readVarint(pos);
  const sign = -(low & 1);
  words[0] = ((low >>> 1) | (high << 31)) ^ sign;
  words[1] = (high >>> 1) ^ sign;
  return signed[0]!;
}

export function readSfixed64(pos: number): bigint {
  moveTo(pos + 8);
  return view.getBigInt64(pos, true);
}

export function readFixed64(pos: number): bigint {
  moveTo(pos + 8);
  return view.getBigUint64(pos, true);
}

export function readInt64Number(pos: number): number {
  const low = readVarint(pos);
  return safeInteger(low, high);
}

export function readUint64Number(pos: number): number {
  const low = readVarint(pos);
  return safeInteger(low, high >>> 0);
}

export function readSint64Number(pos: number): number {
  const low = readVarint(pos);
  const sign = -(low & 1);
  return safeInteger(((low >>> 1) | (high << 31)) ^ sign, (high >>> 1) ^ sign);
}

export function readSfixed64Number(pos: number): number {
  moveTo(pos + 8);
  return safeInteger(view.getInt32(pos, true), view.getInt32(pos + 4, true));
}

export function readFixed64Number(pos: number): number {
  moveTo(pos + 8);
  return safeInteger(view.getInt32(pos, true), view.getUint32(pos + 4, true));
}

export function readInt64String(pos: number): string {
  return String(readInt64(pos));
}

export function readUint64String(pos: number): string {
  return String(readUint64(pos));
}

export function readSint64String(pos: number): string {
  return String(readSint64(pos));
}

export function readSfixed64String(pos: number): string {
  return String(readSfixed64(pos));
}

export function readFixed64String(pos: number): string {
  return String(readFixed64(pos));
}

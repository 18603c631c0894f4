/**
 * Reads 64-bit integers into each of their surfaces: bigint, number that is never rounded, decimal string. Those that
 * travel as varints come in two words.
 */
import { safeInteger, view } from './input.ts';
import { signed, unsigned, words } from './int64-words.ts';

export function readInt64(low: number, high: number): bigint {
  words[0] = low;
  words[1] = high;
  return signed[0]!;
}

export function readUint64(low: number, high: number): bigint {
  words[0] = low;
  words[1] = high;
  return unsigned[0]!;
}

/** Zigzag: the lowest bit is the sign. */
export function readSint64(low: number, high: number): bigint {
  const sign = -(low & 1);
  return readInt64(((low >>> 1) | (high << 31)) ^ sign, (high >>> 1) ^ sign);
}

export function readSfixed64(pos: number): bigint {
  return view.getBigInt64(pos, true);
}

export function readFixed64(pos: number): bigint {
  return view.getBigUint64(pos, true);
}

export function readInt64Number(low: number, high: number): number {
  return safeInteger(low, high);
}

export function readUint64Number(low: number, high: number): number {
  return safeInteger(low, high >>> 0);
}

export function readSint64Number(low: number, high: number): number {
  const sign = -(low & 1);
  return safeInteger(((low >>> 1) | (high << 31)) ^ sign, (high >>> 1) ^ sign);
}

export function readSfixed64Number(pos: number): number {
  return safeInteger(view.getInt32(pos, true), view.getInt32(pos + 4, true), pos);
}

export function readFixed64Number(pos: number): number {
  return safeInteger(view.getInt32(pos, true), view.getUint32(pos + 4, true), pos);
}

export function readInt64String(low: number, high: number): string {
  return String(readInt64(low, high));
}

export function readUint64String(low: number, high: number): string {
  return String(readUint64(low, high));
}

export function readSint64String(low: number, high: number): string {
  return String(readSint64(low, high));
}

export function readSfixed64String(pos: number): string {
  return String(readSfixed64(pos));
}

export function readFixed64String(pos: number): string {
  return String(readFixed64(pos));
}

/** Writes 64-bit integers from each of their surfaces: bigint, number, decimal string. */
import { signed, unsigned, words } from './int64-words.ts';
import { buffer, bufferView, refuse, writeVarint, writeVarint64 } from './output.ts';

export function writeInt64(pos: number, value: bigint): number {
  splitSigned(value);
  return writeVarint64(pos, words[0]!, words[1]!);
}

export function writeUint64(pos: number, value: bigint): number {
  splitUnsigned(value);
  return writeVarint64(pos, words[0]!, words[1]!);
}

/** Zigzag: the lowest bit is the sign. */
export function writeSint64(pos: number, value: bigint): number {
  splitSigned(value);
  return writeZigzag(pos, words[0]!, words[1]!);
}

export function writeSfixed64(pos: number, value: bigint): number {
  splitSigned(value);
  return writeWords(pos, words[0]!, words[1]!);
}

export function writeFixed64(pos: number, value: bigint): number {
  splitUnsigned(value);
  return writeWords(pos, words[0]!, words[1]!);
}

export function writeInt64Number(pos: number, value: number): number {
  if (!Number.isSafeInteger(value)) refuse('a safe integer', value);
  return value >= 0 && value <= 0x7fffffff ? writeVarint(pos, value) : writeVarint64(pos, lowOf(value), highOf(value));
}

export function writeUint64Number(pos: number, value: number): number {
  return writeInt64Number(pos, unsignedSafe(value));
}

export function writeSint64Number(pos: number, value: number): number {
  if (!Number.isSafeInteger(value)) refuse('a safe integer', value);
  return writeZigzag(pos, lowOf(value), highOf(value));
}

export function writeSfixed64Number(pos: number, value: number): number {
  if (!Number.isSafeInteger(value)) refuse('a safe integer', value);
  return writeWords(pos, lowOf(value), highOf(value));
}

export function writeFixed64Number(pos: number, value: number): number {
  return writeSfixed64Number(pos, unsignedSafe(value));
}

export function writeInt64String(pos: number, value: string): number {
  return writeInt64(pos, parse(value));
}

export function writeUint64String(pos: number, value: string): number {
  return writeUint64(pos, parse(value));
}

export function writeSint64String(pos: number, value: string): number {
  return writeSint64(pos, parse(value));
}

export function writeSfixed64String(pos: number, value: string): number {
  return writeSfixed64(pos, parse(value));
}

export function writeFixed64String(pos: number, value: string): number {
  return writeFixed64(pos, parse(value));
}

/** Leaves the two halves in `words`. Storing wraps what is out of range, so reading it back tells. */
function splitSigned(value: bigint): void {
  if (typeof value !== 'bigint') refuse('a bigint', value);
  signed[0] = value;
  if (signed[0] !== value) refuse('a signed 64-bit integer', value);
}

function splitUnsigned(value: bigint): void {
  if (typeof value !== 'bigint') refuse('a bigint', value);
  unsigned[0] = value;
  if (unsigned[0] !== value) refuse('an unsigned 64-bit integer', value);
}

function unsignedSafe(value: number): number {
  if (!(value >= 0)) refuse('an unsigned integer', value);
  return value;
}

function parse(value: string): bigint {
  if (typeof value !== 'string' || !/^(?:0|-?[1-9]\d*)$/.test(value)) refuse('a decimal integer', value);
  return BigInt(value);
}

function lowOf(value: number): number {
  return value | 0;
}

function highOf(value: number): number {
  // An integer of 32 bits for the engine, too.
  return Math.floor(value / 4294967296) | 0;
}

function writeZigzag(pos: number, low: number, high: number): number {
  const sign = high >> 31;
  return writeVarint64(pos, (low << 1) ^ sign, ((high << 1) | (low >>> 31)) ^ sign);
}

function writeWords(pos: number, low: number, high: number): number {
  if (pos + 8 <= buffer.length) {
    bufferView!.setInt32(pos, low, true);
    bufferView!.setInt32(pos + 4, high, true);
  }
  return pos + 8;
}

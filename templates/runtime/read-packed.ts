/**
 * Reads packed lists. Source: the encoding guide, "Packed Repeated Fields".
 *
 * A batch of varints is first split into words, in one loop for all types; then a loop of its own for each type makes
 * values of them, in an array that is used again and again, of which the result is a copy: that is faster than letting
 * an array grow, and gives it just the size it needs.
 */
import { fail, high, position, readVarint, safeInteger, squeeze, view } from './input.ts';

/** Values in a batch. */
const batch = 2048;

/** Lower and upper words of a batch, in turn. */
const words = /* @__PURE__ */ new Int32Array(2 * batch);
const signed = /* @__PURE__ */ new BigInt64Array(words.buffer);
const unsigned = /* @__PURE__ */ new BigUint64Array(words.buffer);
/** Values of a batch. Engines keep arrays of small integers, of numbers and of anything in three ways: one for each. */
const integers: number[] = /* @__PURE__ */ Array.from({ length: batch }, () => 0);
const numbers: number[] = /* @__PURE__ */ Array.from({ length: batch }, () => 0.5);

/** Values in the batch at hand. */
let count = 0;

/** Varints of any other type: adds the elements to a list, one by one. They must end where the field does. */
export function readPackedVarints<T>(
  list: T[],
  pos: number,
  stop: number,
  read: (low: number, high: number) => T,
): T[] {
  while (pos < stop) {
    const low = readVarint(pos);
    list.push(read(low, high));
    pos = position;
  }
  return atEnd(list, pos, stop);
}

/** As `readPackedVarints`, for types of four bytes. */
export function readPackedWords<T>(list: T[], pos: number, stop: number, read: (pos: number) => T): T[] {
  for (; pos < stop; pos += 4) list.push(read(pos));
  return atEnd(list, pos, stop);
}

/** As `readPackedVarints`, for types of eight bytes. */
export function readPackedDoubleWords<T>(list: T[], pos: number, stop: number, read: (pos: number) => T): T[] {
  for (; pos < stop; pos += 8) list.push(read(pos));
  return atEnd(list, pos, stop);
}

/** The last element must not go past the end of the field. */
function atEnd<T>(list: T, pos: number, stop: number): T {
  if (pos !== stop) fail('truncated', stop);
  return list;
}

export function readPackedBool(list: boolean[], pos: number, stop: number): boolean[] {
  return readPackedVarints(list, pos, stop, (low, upper) => (low | upper) !== 0);
}

export function readPackedInt32(list: number[], pos: number, stop: number): number[] {
  while (pos < stop) {
    const values = integers;
    let i = 0;
    // The two kinds of which there are most get by without `words`.
    for (; pos < stop && i < batch; i++) {
      const word = view.getInt32(pos, true);
      const m = ~word & 0x80808080;
      if (m !== 0) {
        values[i] = squeeze(word & (m ^ (m - 1)));
        pos += (39 - Math.clz32(m & -m)) >> 3;
      } else {
        values[i] = readVarint(pos);
        pos = position;
      }
    }
    count = i;
    list = append(list, values);
  }
  return atEnd(list, pos, stop);
}

export function readPackedUint32(list: number[], pos: number, stop: number): number[] {
  while (pos < stop) {
    pos = takeVarints(pos, stop);
    for (let i = 0; i < count; i++) integers[i] = words[2 * i]! >>> 0;
    list = append(list, integers);
  }
  return atEnd(list, pos, stop);
}

export function readPackedSint32(list: number[], pos: number, stop: number): number[] {
  while (pos < stop) {
    pos = takeVarints(pos, stop);
    for (let i = 0; i < count; i++) integers[i] = (words[2 * i]! >>> 1) ^ -(words[2 * i]! & 1);
    list = append(list, integers);
  }
  return atEnd(list, pos, stop);
}

export function readPackedInt64Number(list: number[], pos: number, stop: number): number[] {
  while (pos < stop) {
    pos = takeVarints(pos, stop);
    for (let i = 0; i < count; i++) numbers[i] = safeInteger(words[2 * i]!, words[2 * i + 1]!);
    list = append(list, numbers);
  }
  return atEnd(list, pos, stop);
}

export function readPackedUint64Number(list: number[], pos: number, stop: number): number[] {
  while (pos < stop) {
    pos = takeVarints(pos, stop);
    for (let i = 0; i < count; i++) numbers[i] = safeInteger(words[2 * i]!, words[2 * i + 1]! >>> 0);
    list = append(list, numbers);
  }
  return atEnd(list, pos, stop);
}

export function readPackedSint64Number(list: number[], pos: number, stop: number): number[] {
  while (pos < stop) {
    const values = numbers;
    let i = 0;
    for (; pos < stop && i < batch; i++) {
      const word = view.getInt32(pos, true);
      const m = ~word & 0x80808080;
      if (m !== 0) {
        const low = squeeze(word & (m ^ (m - 1)));
        values[i] = (low >>> 1) ^ -(low & 1);
        pos += (39 - Math.clz32(m & -m)) >> 3;
      } else {
        const low = readVarint(pos);
        const sign = -(low & 1);
        values[i] = safeInteger(((low >>> 1) | (high << 31)) ^ sign, (high >>> 1) ^ sign);
        pos = position;
      }
    }
    count = i;
    list = append(list, values);
  }
  return atEnd(list, pos, stop);
}

export function readPackedInt64(list: bigint[], pos: number, stop: number): bigint[] {
  return appendWide(list, { pos, stop, from: signed, zigzag: false });
}

export function readPackedUint64(list: bigint[], pos: number, stop: number): bigint[] {
  return appendWide(list, { pos, stop, from: unsigned, zigzag: false });
}

export function readPackedSint64(list: bigint[], pos: number, stop: number): bigint[] {
  return appendWide(list, { pos, stop, from: signed, zigzag: true });
}

export function readPackedDouble(list: number[], pos: number, stop: number): number[] {
  if ((stop - pos) % 8 !== 0) fail('truncated', stop);
  while (pos < stop) {
    count = Math.min(batch, (stop - pos) / 8);
    for (let i = 0; i < count; i++, pos += 8) numbers[i] = view.getFloat64(pos, true);
    list = append(list, numbers);
  }
  return atEnd(list, pos, stop);
}

export function readPackedFloat(list: number[], pos: number, stop: number): number[] {
  if ((stop - pos) % 4 !== 0) fail('truncated', stop);
  while (pos < stop) {
    count = Math.min(batch, (stop - pos) / 4);
    for (let i = 0; i < count; i++, pos += 4) numbers[i] = view.getFloat32(pos, true);
    list = append(list, numbers);
  }
  return atEnd(list, pos, stop);
}

/** Splits varints into `words`; returns the offset behind the last one. One of up to four bytes is a single step. */
function takeVarints(pos: number, stop: number): number {
  let i = 0;
  for (; pos < stop && i < 2 * batch; i += 2) {
    const word = view.getInt32(pos, true);
    const m = ~word & 0x80808080;
    if (m !== 0) {
      words[i] = squeeze(word & (m ^ (m - 1)));
      words[i + 1] = 0;
      pos += (39 - Math.clz32(m & -m)) >> 3;
    } else {
      words[i] = readVarint(pos);
      words[i + 1] = high;
      pos = position;
    }
  }
  count = i / 2;
  return pos;
}

/** Undoes zigzag in `words`. */
function unzigzag(): void {
  for (let i = 0; i < 2 * count; i += 2) {
    const low = words[i]!;
    const upper = words[i + 1]!;
    const sign = -(low & 1);
    words[i] = ((low >>> 1) | (upper << 31)) ^ sign;
    words[i + 1] = (upper >>> 1) ^ sign;
  }
}

function append(list: number[], values: readonly number[]): number[] {
  if (list.length === 0) return values.slice(0, count);
  for (let i = 0; i < count; i++) list.push(values[i]!);
  return list;
}

interface Wide {
  pos: number;
  readonly stop: number;
  readonly from: BigInt64Array | BigUint64Array;
  readonly zigzag: boolean;
}

function appendWide(list: bigint[], { pos, stop, from, zigzag }: Wide): bigint[] {
  while (pos < stop) {
    pos = takeVarints(pos, stop);
    if (zigzag) unzigzag();
    for (let i = 0; i < count; i++) list.push(from[i]!);
  }
  return atEnd(list, pos, stop);
}

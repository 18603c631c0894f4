/**
 * What must hold of any bytes and any text, whatever they are: they are refused with an error that says where, or what they
 * mean survives being written and read again. Nothing else is thrown, nothing outgrows the input, no prototype changes.
 */
import { deepStrictEqual } from 'node:assert';
import { getHeapStatistics } from 'node:v8';
import type { Codec } from './codec.ts';

/** Bytes of memory that a byte of input may take: a list of empty messages of many fields is the worst there is. */
const maxGrowth = 4096;

/** Bytes that any call may take, the garbage of the instrumentation included. */
const freeBytes = 1 << 22;

/** @throws Error for bytes that are decoded other than they should be. */
export function checkBytes(codec: Codec, input: Uint8Array): void {
  const { decode, encode } = codec.binary!;
  const message = bounded(input.length, () =>
    attempt(() => decode(input), { name: 'WireError', places: input.length }),
  );
  if (message === refused) return;
  plainData(message);
  const bytes = encode(message);
  deepStrictEqual(decode(bytes), message, 'what was decoded does not survive');
  deepStrictEqual(encode(decode(bytes)), bytes, 'the second writing differs');
  if (!codec.is(message)) throw new Error('what was decoded is no valid message');
  // Not all that has bytes has JSON: an unknown Any, a time out of range.
  const text = attempt(() => codec.write(message), { name: 'JsonError', places: undefined });
  if (text !== refused) deepStrictEqual(codec.write(codec.read(text, {})), text, 'the JSON does not survive');
}

/** @throws Error for text that is read other than it should be. */
export function checkText(codec: Codec, text: string, options: object): void {
  const value = bounded(text.length, () =>
    attempt(() => codec.read(text, options), { name: 'JsonError', places: undefined }),
  );
  const json = parsed(text);
  // As a value, digits may have been lost, and names that stood twice; what is refused as text is not always so.
  if (json !== undefined) attempt(() => codec.fromJson(json, options), { name: 'JsonError', places: undefined });
  if (value === refused) return;
  if (json === undefined) throw new Error('text that is no JSON was read');
  plainData(value);
  const written = codec.write(value);
  deepStrictEqual(exact(codec.read(written, {})), exact(value), 'what was read does not survive');
  if (!codec.is(value)) throw new Error('what was read is no valid value');
  if (codec.binary === undefined) return;
  const bytes = codec.binary.encode(value);
  deepStrictEqual(codec.binary.decode(bytes), value, 'what was read does not survive as bytes');
}

const refused = Symbol('refused');

/** The only error that may come, and the number of bytes whose offsets it may name. */
interface Expected {
  readonly name: 'WireError' | 'JsonError';
  readonly places: number | undefined;
}

function attempt<T>(call: () => T, { name, places }: Expected): T | typeof refused {
  try {
    return call();
  } catch (error) {
    const { code, path, offset } = error as { code?: unknown; path?: unknown; offset?: unknown };
    const located =
      places === undefined || (Number.isInteger(offset) && Number(offset) >= 0 && Number(offset) <= places);
    if ((error as Error).name !== name || !located) throw error;
    if (typeof code !== 'string' || !/^[a-z0-9-]+$/.test(code)) throw new Error(`no code: ${code}`, { cause: error });
    if (typeof path !== 'string' || !/^(?:\/|$)/.test(path)) throw new Error(`no path: ${path}`, { cause: error });
    return refused;
  }
}

function bounded<T>(length: number, call: () => T): T {
  const before = memory();
  const value = call();
  const growth = memory() - before;
  if (growth > freeBytes + length * maxGrowth) throw new Error(`${growth} bytes taken for ${length} of input`);
  return value;
}

function memory(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

/**
 * The same with doubles that are integers beyond 2^53 as bigints. In free JSON `9007199254740993.5` is read as the double
 * next to it, which has no fraction, so that it is written as an integer; and integers of that size are read as bigints.
 */
function exact(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(exact);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, exact(member)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Objects with the usual prototype, and that prototype as it was. */
function plainData(value: unknown): void {
  if (Object.keys(Object.prototype).length > 0) throw new Error('Object.prototype was changed');
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null)
    throw new Error('an object has a prototype that came from the input');
  for (const member of Object.values(value)) plainData(member);
}

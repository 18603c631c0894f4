/**
 * Mutated bytes, and how far implementations have to agree on them: they accept and refuse the same, or the difference is
 * one that is known and has its reason.
 */
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import type { Oracle } from './oracles.ts';

/** Cuts, inserts, overwrites, doubles: up to three changes of the bytes of a message. */
export function mutated(bytes: Uint8Array): Arbitrary<Uint8Array> {
  const change = fc.tuple(
    fc.constantFrom('set', 'insert', 'remove', 'cut', 'double'),
    fc.nat(),
    fc.integer({ min: 0, max: 255 }),
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const all = [...bytes];
    for (const [kind, where, byte] of changes) {
      const at = all.length === 0 ? 0 : where % all.length;
      if (kind === 'set') all[at] = byte;
      else if (kind === 'insert') all.splice(at, 0, byte);
      else if (kind === 'remove') all.splice(at, 1);
      else if (kind === 'cut') all.length = at;
      else all.push(...all.slice(at, at + 40));
    }
    return Uint8Array.from(all);
  });
}

type Outcome = { readonly bytes: Uint8Array } | { readonly error: Error & { readonly code?: string } };

function outcome(run: () => Uint8Array): Outcome {
  try {
    return { bytes: run() };
  } catch (error) {
    return { error: error as Error };
  }
}

export interface Judged {
  readonly fullName: string;
  readonly encode: (message: unknown) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly others: readonly Oracle[];
}

/**
 * @returns What became of the bytes; `agreed` when another wrote the same.
 * @throws Error where ours is alone in its view, without a reason.
 */
export function judgeBytes(
  { fullName, encode, decode, others }: Judged,
  bytes: Uint8Array,
): 'refused' | 'accepted' | 'agreed' {
  const ours = outcome(() => encode(decode(bytes)));
  const theirs = others.map((other) => outcome(() => other(fullName, bytes)));
  if ('error' in ours) {
    expect(ours.error.name, ours.error.stack).toBe('WireError');
    if (theirs.some((other) => 'error' in other)) return 'refused';
    expect(stricter, Buffer.from(bytes).toString('hex')).toContain(ours.error.code);
    return 'refused';
  }
  // What was accepted is a fixed point.
  expect(encode(decode(ours.bytes))).toStrictEqual(ours.bytes);
  // One that is stricter than we are has its reasons below; none may be alone in its view of the content.
  if (theirs.some((other) => 'bytes' in other && Buffer.from(other.bytes).equals(ours.bytes))) return 'agreed';
  if (theirs.every((other) => 'error' in other && lenient.test(other.error.message))) return 'accepted';
  // Both others may write the same content differently, e.g. unknown fields elsewhere: read it back.
  const read = theirs.flatMap((other) => ('bytes' in other ? [encode(decode(other.bytes))] : []));
  expect(read.map((each) => Buffer.from(each).toString('hex'))).toContain(Buffer.from(ours.bytes).toString('hex'));
  return 'accepted';
}

/**
 * Codes of what we refuse and both others may accept. Varints of more than ten bytes and tags of more than five are not
 * valid; a packed value or map entry must not read past its length.
 */
const stricter = ['varint-too-long', 'invalid-tag', 'truncated'];

/** What both others may refuse: a known field with another wire type, which belongs to the unknown fields. */
const lenient = /wire ?type|illegal/i;

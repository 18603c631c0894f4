/** Seeds and digests: the same input gives the same number on every machine. */
import { createHash } from 'node:crypto';
import type { TestCase } from '../model/case.ts';
import { inOrder } from './select.ts';

/** A seed of its own for each case, so that a case gives the same examples whatever else is run. 32 bits, as fast-check takes them. */
export function caseSeed(seed: number, id: string): number {
  return createHash('sha256').update(`${seed}\n${id}`).digest().readInt32LE(0);
}

/** SHA-256, in hex. */
export const digest = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** Digest of a set of cases: what shards must agree on before their reports are merged. */
export function digestCases(cases: readonly TestCase[]): string {
  const hash = createHash('sha256');
  for (const one of inOrder(cases)) {
    // A property case is a function; its id stands for it, and the version of the suite for its code.
    hash.update(JSON.stringify(one.kind === 'fixed' ? one : { ...one, arbitrary: '' })).update('\n');
  }
  return hash.digest('hex');
}

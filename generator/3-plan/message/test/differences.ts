/**
 * Where an implementation we compare with is known to part from ours, and what decides it. Nothing else may differ.
 */

/** An implementation that ours is compared with. */
export type Peer = 'protobufjs' | 'protobuf-es';

export interface KnownDifference {
  readonly peer: Peer;
  /** Which files it is seen in. */
  readonly file: RegExp;
  /** What is not compared there: all that the peer does, or its ProtoJSON. */
  readonly scope: 'all' | 'json';
  /** What the peer does, and the clause that decides against it. */
  readonly reason: string;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    peer: 'protobufjs',
    file: /\b(?:hasOwnProperty|__proto__)\b/,
    scope: 'all',
    reason:
      'Calls the hasOwnProperty of a message, and drops what is called __proto__. Any identifier may name a field.',
  },
  {
    peer: 'protobufjs',
    file: /\bconstructor\b/,
    scope: 'json',
    reason: 'Takes the constructor that an object inherits for a value. An absent field has no value.',
  },
  {
    peer: 'protobuf-es',
    file: /\b(?:hasOwnProperty|__proto__)\b/,
    scope: 'all',
    reason: 'Takes what an object inherits for the value of a field of that name. Any identifier may name a field.',
  },
];

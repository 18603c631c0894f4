/** Arbitraries of fast-check for a package's messages, types and events. */
import type { Comment, Identifier, Literal } from '../printable.ts';
import type { Expression } from './code.ts';

/** Functions of the module that the arbitraries are made of. */
export type ArbitraryHelper =
  | 'any'
  | 'bytes'
  | 'choice'
  | 'double'
  | 'duration'
  | 'fieldMask'
  | 'finite'
  | 'finiteFloat'
  | 'float'
  | 'int32'
  | 'int64'
  | 'json'
  | 'jsonObject'
  | 'listIn'
  | 'listOf'
  | 'long'
  | 'mapIn'
  | 'mapOf'
  | 'member'
  | 'nullable'
  | 'nullableIn'
  | 'openMember'
  | 'optional'
  | 'optionalIn'
  | 'prefixed'
  | 'record'
  | 'safeInt64'
  | 'safeUint64'
  | 'text'
  | 'timestamp'
  | 'uint32'
  | 'uint64'
  | 'withMember';

export interface ArbitrariesView {
  readonly kind: 'arbitraries';
  /** Which helpers the arbitraries use, directly or not. */
  readonly uses: Readonly<Record<ArbitraryHelper, boolean>>;
  /** Does it use `asText`, which makes strings of values? */
  readonly asText: boolean;
  readonly arbitraries: readonly ArbitraryView[];
}

export interface ArbitraryView {
  /** Exported function: `arbitraryMsgData`. */
  readonly name: Identifier;
  /** The function that makes it within a context. */
  readonly local: Identifier;
  /** Type of its values. */
  readonly type: Literal;
  readonly value: Expression;
  /** Does the value read the context `c`? */
  readonly usesContext: boolean;
  readonly doc: Comment;
  readonly deprecated: boolean;
  readonly place: string;
}

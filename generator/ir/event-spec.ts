/** The linked form of an event spec: types, enums, unions, events, callbacks and bindings, with their three layers. */
import type { DocumentOrigin, Origin } from './origin.ts';
import type { Int64Surface, Int64Travel, Scalar } from './scalar.ts';

export interface EventSpec {
  readonly kind: 'event-spec';
  /** Path of the file as diagnostics print it, e.g. `spec/floo/floo.spec.yaml`. */
  readonly path: string;
  /** Name of the protocol, e.g. `floo`; also the module's name. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Documents that facts cite. */
  readonly documents: readonly SpecDocument[];
  /** Rules that turned the words of a document into facts: what each does and why it is right. */
  readonly rules: readonly { readonly name: string; readonly text: string }[];
  readonly enums: readonly SpecEnum[];
  readonly types: readonly SpecType[];
  readonly callbacks: readonly SpecCallback[];
  readonly events: readonly SpecEvent[];
  readonly bindings: readonly SpecBinding[];
  /** Doubts on record: what a document says and why it is not taken at its word. */
  readonly notes: readonly SpecNote[];
  readonly text: string;
  readonly origin: Origin;
}

export interface SpecDocument {
  readonly name: string;
  readonly title: string;
  readonly note: string;
}

export interface SpecNote {
  readonly about: string;
  readonly text: string;
  readonly source: DocumentOrigin | undefined;
}

/**
 * `documented`: a type, enum or callback that a document names. `derived`: one that the spec names for a shape which the
 * documents describe without naming (an enumeration in prose, an anonymous argument object).
 */
export type Standing = 'documented' | 'derived';

interface Named {
  /** Name in the spec. */
  readonly name: string;
  readonly standing: Standing;
  readonly description: string;
  readonly deprecated: boolean;
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

export interface SpecEnum extends Named {
  readonly kind: 'spec-enum';
  readonly valueKind: 'integer' | 'string';
  /** Values outside the members are legal. */
  readonly open: boolean;
  readonly members: readonly SpecEnumMember[];
}

export interface SpecEnumMember {
  /** Identifier-like name. */
  readonly name: string;
  readonly value: number | string;
  /** `prefix`: any string that starts with `value` is this member. */
  readonly match: 'exact' | 'prefix';
  readonly label: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

export type SpecType = SpecObject | SpecUnion | SpecAlias;

export interface SpecObject extends Named {
  readonly kind: 'object';
  readonly fields: readonly SpecField[];
  /** Members beyond the listed fields are legal and kept. */
  readonly open: boolean;
}

/** A discriminated union: each variant is an object whose discriminant field is a literal or a prefix. */
export interface SpecUnion extends Named {
  readonly kind: 'union';
  readonly discriminant: string;
  /** Values of the discriminant outside the variants are legal. */
  readonly open: boolean;
  readonly variants: readonly { readonly value: string | number; readonly type: string; readonly origin: Origin }[];
}

/** A name for a type expression, e.g. a documented string type. */
export interface SpecAlias extends Named {
  readonly kind: 'alias';
  readonly type: TypeExpr;
}

/** `unstated`: the documents do not say; the TypeScript type is optional, and readers accept absence. */
export type SpecPresence = 'required' | 'optional' | 'unstated';

export interface SpecField {
  /** The wire's name, verbatim. */
  readonly name: string;
  readonly type: TypeExpr;
  readonly presence: SpecPresence;
  /** May the value be JSON null? */
  readonly nullable: boolean;
  readonly description: string;
  readonly deprecated: boolean;
  /** Unit of the number, e.g. `ms`, `s`, `min`, `bytes`, `hour`; undefined when not stated. */
  readonly unit: string | undefined;
  /** Values with a meaning of their own, e.g. -1 for "for ever" or true/false explained. */
  readonly values: readonly { readonly value: string | number | boolean; readonly description: string }[];
  readonly default: string | number | boolean | undefined;
  readonly int64: { readonly travel: Int64Travel; readonly surface: Int64Surface };
  readonly declared: Declared | undefined;
  readonly observed: Observed | undefined;
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

/** The declared layer: what the document says, verbatim as to names and types. */
export interface Declared {
  /** The type as written, e.g. `string | object`. */
  readonly type: string;
  /** The same as a type expression. */
  readonly expr: TypeExpr;
  /** The name as written, when it differs (`status:`). */
  readonly name: string | undefined;
  readonly line: number;
}

/** The observed layer: what real implementations were seen to do. */
export interface Observed {
  /** Alternatives seen; `undefined` among them means "absent or undefined". */
  readonly types: readonly TypeExpr[];
  readonly absent: boolean;
  /** Times seen, when counted. */
  readonly count: number | undefined;
  readonly note: string;
}

export type TypeExpr =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  /** A JSON number whose width no document states. */
  | { readonly kind: 'number' }
  /** Any JSON value. */
  | { readonly kind: 'json' }
  /** Any JSON object. */
  | { readonly kind: 'json-object' }
  /** A 64-bit integer that travels as a long.js object `{low, high, unsigned}`. */
  | { readonly kind: 'long-object' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** Any string that starts with `value`. */
  | { readonly kind: 'prefix'; readonly value: string }
  | { readonly kind: 'list'; readonly of: TypeExpr }
  | { readonly kind: 'map'; readonly key: Scalar; readonly value: TypeExpr }
  /** Undiscriminated alternatives. */
  | { readonly kind: 'union'; readonly of: readonly TypeExpr[] }
  /** A type, union or alias of this or another spec. */
  | { readonly kind: 'type'; readonly spec: string; readonly name: string }
  | { readonly kind: 'spec-enum'; readonly spec: string; readonly name: string; readonly width: Scalar | 'unknown' }
  /** A proto message or enum, in ProtoJSON. */
  | { readonly kind: 'message'; readonly fullName: string }
  | { readonly kind: 'enum'; readonly fullName: string };

export interface SpecArgument {
  readonly name: string;
  readonly type: TypeExpr;
  readonly presence: SpecPresence;
  readonly nullable: boolean;
  readonly description: string;
  readonly int64: { readonly travel: Int64Travel; readonly surface: Int64Surface };
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

export type Direction = 'server-to-client' | 'client-to-server' | 'local';

export interface SpecEvent {
  readonly kind: 'event';
  /** The wire name, verbatim, however it is spelt. */
  readonly name: string;
  /** A readable, correctly spelt name. */
  readonly label: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly direction: Direction;
  readonly group: string;
  /** The interpreted layer, which types are generated from. */
  readonly arguments: readonly SpecArgument[];
  /** The declared layer; equal to `arguments` where no rule or overlay changed it. */
  readonly declared: readonly SpecArgument[];
  /** The observed layer; undefined where nothing was observed. */
  readonly observed:
    | {
        readonly arguments: readonly SpecArgument[];
        readonly note: string;
        readonly evidence: string;
        /** Times seen, when counted. */
        readonly count: number | undefined;
      }
    | undefined;
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

export interface SpecCallback extends Named {
  readonly kind: 'callback';
  readonly arguments: readonly SpecArgument[];
}

/** How an event is framed on a transport. */
export interface SpecBinding {
  readonly name: string;
  readonly kind: 'json-envelope';
  readonly description: string;
  /** RFC 6901 pointer to the event's name in the frame. */
  readonly event: string;
  /** RFC 6901 pointer to the array of arguments. */
  readonly args: string;
  readonly origin: Origin;
}

/**
 * Stage 2's result: every name resolved, every feature resolved, frozen. Nodes are closed unions on `kind`; each has an
 * `origin`. Later stages may rely on it being complete: nothing here is looked up again.
 */
import type { DocumentOrigin, Origin } from './origin.ts';
import type { Int64Surface, Scalar } from './scalar.ts';
import type { EventSpec, SpecEnum } from './event-spec.ts';

export interface Protocol {
  /** Name of the protocol, e.g. `openim-common`; the package's name without its scope. */
  readonly name: string;
  /** Every proto file that is generated or imported, imports before importers, otherwise by path. */
  readonly files: readonly ProtoFile[];
  /** Event specs, by path. */
  readonly specs: readonly EventSpec[];
  /**
   * Facts from overlays that the proto language cannot hold, by the full name of the node they speak of. An enum value goes
   * by its enum's full name, a dot and its own name: `openim.sdk.common.MsgFrom.User`.
   */
  readonly facts: ReadonlyMap<string, NodeFacts>;
}

/** What an overlay adds beside a proto declaration. */
export interface NodeFacts {
  /** Enum values that the source has only as comments: live on the wire, absent from the enum. */
  readonly commentedOut: readonly CommentedOutValue[];
  /** True for a zero value that stands for "unspecified"; on an enum value. */
  readonly unspecified: boolean;
  /** A note on standing such as "reserved" or "not enabled"; the value stays legal on the wire. */
  readonly status: string | undefined;
  /** True where the documents are known not to list every member: an enum that must never be treated as closed. */
  readonly incomplete: boolean;
  /** Decisions on record, each with its reason. */
  readonly decisions: readonly { readonly place: string; readonly reason: string }[];
}

export interface CommentedOutValue {
  readonly name: string;
  readonly number: number;
  readonly description: string;
  /** Line of the document that lists it, glued to the description of a neighbour. */
  readonly source: DocumentOrigin | undefined;
  readonly origin: Origin;
}

export type SyntaxName = 'proto2' | 'proto3' | '2023' | '2024';

export interface ProtoFile {
  readonly kind: 'proto-file';
  /** Import path, e.g. `google/protobuf/any.proto`. */
  readonly path: string;
  /** Proto package, `''` when none. */
  readonly package: string;
  readonly syntax: SyntaxName;
  readonly imports: readonly { readonly path: string; readonly public: boolean; readonly origin: Origin }[];
  /** All messages, nested ones included, outer before inner, in source order. Map entries are not listed. */
  readonly messages: readonly Message[];
  /** All enums, nested ones included. */
  readonly enums: readonly ProtoEnum[];
  /** All extension fields declared in this file, nested ones included. */
  readonly extensions: readonly Field[];
  readonly services: readonly Service[];
  readonly options: OptionValues;
  readonly comment: string;
  /** True when the user asked for this file; false when it is only imported. Both become modules. */
  readonly requested: boolean;
  /** Source text, for source maps and code frames. */
  readonly text: string;
  readonly origin: Origin;
}

/** Options as written, custom ones under `(full.name)`; values are JSON-like. Null-prototype objects. */
export type OptionValues = Readonly<Record<string, unknown>>;

export interface Message {
  readonly kind: 'message';
  readonly name: string;
  /** Fully qualified, without a leading dot. */
  readonly fullName: string;
  readonly file: string;
  /** Full name of the enclosing message, or undefined at the top. */
  readonly parent: string | undefined;
  /** In source order; oneof members included. Groups are fields with `delimited: true`. */
  readonly fields: readonly Field[];
  readonly oneofs: readonly Oneof[];
  readonly extensionRanges: readonly NumberRange[];
  readonly reservedRanges: readonly NumberRange[];
  readonly reservedNames: readonly string[];
  /** `option message_set_wire_format = true`. */
  readonly messageSet: boolean;
  readonly options: OptionValues;
  readonly deprecated: boolean;
  readonly comment: string;
  readonly origin: Origin;
}

/** Inclusive at both ends. */
export interface NumberRange {
  readonly start: number;
  readonly end: number;
}

export interface Oneof {
  readonly kind: 'oneof';
  readonly name: string;
  readonly fullName: string;
  /** Names of its fields, in source order. Synthetic oneofs of proto3 `optional` are not listed anywhere. */
  readonly fields: readonly string[];
  readonly comment: string;
  readonly origin: Origin;
}

export type Presence = 'explicit' | 'implicit' | 'required';

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly fullName: string;
  readonly number: number;
  /** `json_name`, given or derived. Extensions: `[full.name]`. */
  readonly jsonName: string;
  readonly shape: FieldShape;
  /** Of a singular field. Lists and maps are `implicit`; oneof members and messages are `explicit`. */
  readonly presence: Presence;
  /** Written packed; readers accept both forms. */
  readonly packed: boolean;
  /** Message encoding DELIMITED, i.e. a group. */
  readonly delimited: boolean;
  /** Refuse strings that are not UTF-8 when decoding (proto3, editions VERIFY). */
  readonly verifyUtf8: boolean;
  /** Declared default of an explicit-presence field. int64 as bigint, bytes as Uint8Array, enum as its number. */
  readonly default: string | number | bigint | boolean | Uint8Array | undefined;
  /** Name of the oneof it belongs to. */
  readonly oneof: string | undefined;
  /** How 64-bit values surface; meaningful for int64 kinds, including map keys and values. */
  readonly int64: Int64Surface;
  /** Full name of the message this extends, for extensions. */
  readonly extendee: string | undefined;
  readonly options: OptionValues;
  readonly deprecated: boolean;
  readonly comment: string;
  readonly origin: Origin;
}

export type FieldShape =
  | { readonly kind: 'singular'; readonly type: ValueType }
  | { readonly kind: 'list'; readonly type: ValueType }
  | { readonly kind: 'map'; readonly key: Scalar; readonly type: ValueType };

export type ValueType =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'message'; readonly fullName: string }
  | {
      readonly kind: 'enum';
      readonly fullName: string;
      /** Unknown numbers are kept in the field (open) or go to unknown fields (closed). */
      readonly open: boolean;
    };

export interface ProtoEnum {
  readonly kind: 'enum';
  readonly name: string;
  readonly fullName: string;
  readonly file: string;
  readonly parent: string | undefined;
  readonly open: boolean;
  readonly allowAlias: boolean;
  readonly values: readonly EnumValue[];
  readonly reservedRanges: readonly NumberRange[];
  readonly reservedNames: readonly string[];
  readonly options: OptionValues;
  readonly deprecated: boolean;
  readonly comment: string;
  readonly origin: Origin;
}

export interface EnumValue {
  readonly name: string;
  readonly number: number;
  readonly options: OptionValues;
  readonly deprecated: boolean;
  readonly comment: string;
  readonly origin: Origin;
}

export interface Service {
  readonly kind: 'service';
  readonly name: string;
  readonly fullName: string;
  readonly methods: readonly {
    readonly name: string;
    /** Full name of the request message. */
    readonly input: string;
    readonly output: string;
    readonly clientStreaming: boolean;
    readonly serverStreaming: boolean;
    readonly options: OptionValues;
    readonly deprecated: boolean;
    readonly comment: string;
    readonly origin: Origin;
  }[];
  readonly options: OptionValues;
  readonly deprecated: boolean;
  readonly comment: string;
  readonly origin: Origin;
}

/** Any enum of the protocol, from a proto file or from an event spec. */
export type AnyEnum = ProtoEnum | SpecEnum;

/**
 * Stage 1's result for .proto files: a tree of declarations with names as written, comments and positions. Nothing is
 * resolved: type names, option names and features stand as the source has them. A declaration whose text is faulty is
 * kept as far as it could be read, so that later checks still see the rest.
 */
import type { Origin } from './origin.ts';
import type { SyntaxName } from './protocol.ts';

/** A .proto file as declared. */
export interface ProtoSource {
  readonly kind: 'proto-source';
  /** Import path, e.g. `google/protobuf/any.proto`; unique within a `SourceSet`. */
  readonly path: string;
  /** Path as diagnostics print it: relative to the working folder, or the import path of a bundled file. */
  readonly file: string;
  /** True when asked for; false when only imported. */
  readonly requested: boolean;
  /** The source with its byte order mark removed and every line end written as `\n`; origins count in this text. */
  readonly text: string;
  readonly syntax: SyntaxName;
  /** Proto package; undefined when none is declared. */
  readonly package: NameDecl | undefined;
  readonly imports: readonly ImportDecl[];
  readonly options: readonly OptionDecl[];
  readonly messages: readonly MessageDecl[];
  readonly enums: readonly EnumDecl[];
  readonly extends: readonly ExtendDecl[];
  readonly services: readonly ServiceDecl[];
  /** Comment on the package statement, or else on the syntax statement. */
  readonly comment: string;
  /** Place of the syntax or edition statement; of the file's first character when there is none. */
  readonly origin: Origin;
  /**
   * Undefined for a sound file. For one with syntax errors, every identifier of its text: a name among them may be a
   * declaration that could not be read, so failing to resolve it is no fault of its user.
   */
  readonly brokenWords: ReadonlySet<string> | undefined;
}

/** A name as written; dotted names keep their dots, leading one included. */
export interface NameDecl {
  readonly text: string;
  readonly origin: Origin;
}

export interface ImportDecl {
  /** As written. */
  readonly path: string;
  readonly mode: 'plain' | 'public' | 'weak' | 'option';
  /** `ProtoSource.path` of the file it leads to; undefined when there is none. */
  readonly resolved: string | undefined;
  /** Place of the quoted path. */
  readonly origin: Origin;
}

/** `export message`, `local enum` (edition 2024); undefined when not written. */
export type Visibility = 'export' | 'local' | undefined;

interface Declared {
  readonly name: NameDecl;
  readonly options: readonly OptionDecl[];
  /** Leading, then trailing comment, without comment marks; `''` when there is none. */
  readonly comment: string;
}

export interface MessageDecl extends Declared {
  readonly kind: 'message-decl';
  readonly visibility: Visibility;
  /** In source order; members of oneofs and groups included. */
  readonly fields: readonly FieldDecl[];
  readonly oneofs: readonly OneofDecl[];
  /** In source order; bodies of groups included, also of groups in nested `extend` blocks. */
  readonly messages: readonly MessageDecl[];
  readonly enums: readonly EnumDecl[];
  readonly extends: readonly ExtendDecl[];
  readonly extensionRanges: readonly RangeDecl[];
  readonly reservedRanges: readonly RangeDecl[];
  readonly reservedNames: readonly ReservedNameDecl[];
  /** True for the body of a group. */
  readonly group: boolean;
}

export type FieldLabel = 'optional' | 'required' | 'repeated';

export interface FieldDecl extends Declared {
  readonly kind: 'field-decl';
  readonly label: { readonly text: FieldLabel; readonly origin: Origin } | undefined;
  /** Type of the value: a scalar's name, or the name of a message or enum. Of a map field: type of its values. */
  readonly type: NameDecl;
  /** Key type of a map field. */
  readonly mapKey: NameDecl | undefined;
  /** Undefined when missing or unreadable. May be any integer. */
  readonly number: NumberDecl | undefined;
  /** Declared with `group`: name is the group's in lower case, type the group's own name. */
  readonly group: boolean;
  /** Name of the oneof that it stands in. */
  readonly oneof: string | undefined;
}

export interface NumberDecl {
  /** Exact up to 2^53; beyond that every range check refuses it anyway. */
  readonly value: number;
  readonly origin: Origin;
}

export interface OneofDecl extends Declared {
  readonly kind: 'oneof-decl';
}

export interface EnumDecl extends Declared {
  readonly kind: 'enum-decl';
  readonly visibility: Visibility;
  readonly values: readonly EnumValueDecl[];
  readonly reservedRanges: readonly RangeDecl[];
  readonly reservedNames: readonly ReservedNameDecl[];
}

export interface EnumValueDecl extends Declared {
  readonly kind: 'enum-value-decl';
  /** Undefined when missing or unreadable. */
  readonly number: NumberDecl | undefined;
}

/** Inclusive at both ends. */
export interface RangeDecl {
  readonly start: number;
  /** `'max'` as written: what it means depends on the declaration. */
  readonly end: number | 'max';
  /** Options of an extension range; empty elsewhere. */
  readonly options: readonly OptionDecl[];
  readonly origin: Origin;
}

export interface ReservedNameDecl extends NameDecl {
  /** Written as a string literal (proto2, proto3) rather than as an identifier (editions). */
  readonly quoted: boolean;
}

export interface ExtendDecl {
  readonly kind: 'extend-decl';
  readonly extendee: NameDecl;
  readonly fields: readonly FieldDecl[];
}

export interface ServiceDecl extends Declared {
  readonly kind: 'service-decl';
  readonly methods: readonly MethodDecl[];
}

export interface MethodDecl extends Declared {
  readonly kind: 'method-decl';
  readonly input: NameDecl;
  readonly output: NameDecl;
  readonly clientStreaming: boolean;
  readonly serverStreaming: boolean;
}

/** `option name = value;` or `[name = value]`. */
export interface OptionDecl {
  /** Path of the option: `features.enum_type` has two parts, `(my.opt).size` too. */
  readonly name: readonly OptionNamePart[];
  readonly value: OptionValueDecl;
  /** Place of the whole name. */
  readonly origin: Origin;
}

export interface OptionNamePart {
  readonly text: string;
  /** Written in parentheses: the name of an extension, to be resolved. */
  readonly extension: boolean;
  readonly origin: Origin;
}

export type OptionValueDecl =
  /** A bare word: an enum value, true, false, inf, nan. */
  | { readonly kind: 'word'; readonly text: string; readonly origin: Origin }
  | { readonly kind: 'integer'; readonly value: bigint; readonly origin: Origin }
  /** With a point, an exponent or a minus before inf and nan. */
  | { readonly kind: 'float'; readonly value: number; readonly origin: Origin }
  /** Adjacent literals joined, escapes resolved. `text` has U+FFFD where `bytes` is not UTF-8. */
  | { readonly kind: 'string'; readonly text: string; readonly bytes: Uint8Array; readonly origin: Origin }
  /** `[a, b]`, inside aggregates only. */
  | { readonly kind: 'list'; readonly values: readonly OptionValueDecl[]; readonly origin: Origin }
  /** `{ name: value }` in protobuf text format. */
  | { readonly kind: 'aggregate'; readonly fields: readonly AggregateFieldDecl[]; readonly origin: Origin };

export interface AggregateFieldDecl {
  /** As written; an extension's name or an Any's type URL without its brackets. */
  readonly name: NameDecl;
  /** `field` a plain name, `extension` `[full.name]`, `any` `[domain/full.name]`. */
  readonly key: 'field' | 'extension' | 'any';
  readonly value: OptionValueDecl;
}

/** What a reader of proto documentation found: declarations as the document has them, each with its line. */
import type { FactOrigin, ImportSource } from '../source.ts';

/** The declarations of one document, file by file. */
export interface ProtoDraft {
  readonly kind: 'proto-draft';
  readonly source: ImportSource;
  readonly files: readonly FileDraft[];
}

export interface FileDraft {
  /** Import path as the document has it, such as `chat/common.proto`. */
  readonly name: string;
  /** `''` when there is none. */
  readonly package: string;
  /** Where the document says it, which few do. */
  readonly syntax?: 'proto2' | 'proto3' | undefined;
  readonly description: string;
  readonly messages: readonly MessageDraft[];
  readonly enums: readonly EnumDraft[];
  /** File-level extensions. */
  readonly extensions: readonly ExtensionDraft[];
  readonly services: readonly ServiceDraft[];
  readonly origin: FactOrigin;
}

interface Described {
  /** Lines are separated by `\n`; `''` when there is none. */
  readonly description: string;
  readonly deprecated: boolean;
  readonly origin: FactOrigin;
}

export interface MessageDraft extends Described {
  /** Without the package: `Outer.Inner`. */
  readonly name: string;
  readonly fields: readonly FieldDraft[];
  /** Extensions declared inside of it. */
  readonly extensions: readonly ExtensionDraft[];
}

/** A type as the document names it. */
export interface TypeDraft {
  /** Without the package where the document leaves it out. */
  readonly long: string;
  /** Fully qualified; undefined when the document does not say. */
  readonly full: string | undefined;
}

export type LabelDraft = '' | 'optional' | 'required' | 'repeated';

export interface FieldDraft extends Described {
  readonly name: string;
  readonly label: LabelDraft;
  readonly type: TypeDraft;
  /** Type of the keys of a map; `type` is that of its values. */
  readonly mapKey: string | undefined;
  readonly oneof: string | undefined;
  /** Text of a documented default. */
  readonly default: string | undefined;
  /** Undefined when the document does not give it, as protoc-gen-doc does not. */
  readonly number: number | undefined;
  /** Declarations that are comments in the source and were glued to the description. */
  readonly commentedOut: readonly string[];
}

export interface ExtensionDraft extends FieldDraft {
  readonly extendee: TypeDraft;
}

export interface EnumDraft extends Described {
  readonly name: string;
  readonly values: readonly EnumValueDraft[];
}

export interface EnumValueDraft extends Described {
  readonly name: string;
  readonly number: number;
  /** Values that are comments in the source and were glued to the description. */
  readonly commentedOut: readonly { readonly name: string; readonly number: number }[];
}

export interface ServiceDraft extends Described {
  readonly name: string;
  readonly methods: readonly MethodDraft[];
}

export interface MethodDraft extends Described {
  readonly name: string;
  readonly input: TypeDraft;
  readonly output: TypeDraft;
  readonly clientStreaming: boolean;
  readonly serverStreaming: boolean;
  readonly http: readonly HttpBinding[];
}

/** A line of `google.api.http`: the method of HTTP, the path, and the field that is the body (`''` for none). */
export interface HttpBinding {
  readonly method: string;
  readonly pattern: string;
  readonly body: string;
}

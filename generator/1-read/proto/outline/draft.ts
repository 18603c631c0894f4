/** Declarations while they are read: registered with their parent as soon as they have a name, filled in as text follows. */
import type {
  EnumDecl,
  EnumValueDecl,
  ExtendDecl,
  FieldDecl,
  MessageDecl,
  MethodDecl,
  NameDecl,
  OneofDecl,
  OptionDecl,
  RangeDecl,
  ReservedNameDecl,
  ServiceDecl,
  Visibility,
} from '../../../ir/proto-source.ts';

import type { Cursor } from './cursor.ts';

type Open<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};

export type FieldDraft = Open<FieldDecl>;
export type EnumValueDraft = Open<EnumValueDecl>;
export type MethodDraft = Open<MethodDecl>;
export type OneofDraft = Open<OneofDecl>;
export type ExtendDraft = Open<ExtendDecl>;
export type EnumDraft = Open<EnumDecl>;
export type ServiceDraft = Open<ServiceDecl>;
export type MessageDraft = Open<MessageDecl>;

/** What both a file and a message hold. */
export interface Scope {
  readonly messages: MessageDecl[];
  readonly enums: EnumDecl[];
  readonly extends: ExtendDecl[];
}

/** What stands before the body of a message or group. */
export interface MessageHead {
  readonly name: NameDecl;
  readonly visibility: Visibility;
  readonly leading: string;
  readonly group: boolean;
}

/** Reads the body of a message or group. Handed down to what messages consist of, since those hold messages again. */
export type ReadBody = (cursor: Cursor, head: MessageHead) => MessageDecl;

export interface Ranges {
  readonly ranges: RangeDecl[];
  readonly names: ReservedNameDecl[];
}

export function messageDraft(name: NameDecl, visibility: Visibility, comment: string): MessageDraft {
  return {
    kind: 'message-decl',
    name,
    visibility,
    comment,
    options: [] as OptionDecl[],
    fields: [],
    oneofs: [],
    messages: [],
    enums: [],
    extends: [],
    extensionRanges: [],
    reservedRanges: [],
    reservedNames: [],
    group: false,
  };
}

export function enumDraft(name: NameDecl, visibility: Visibility, comment: string): EnumDraft {
  return {
    kind: 'enum-decl',
    name,
    visibility,
    comment,
    options: [],
    values: [],
    reservedRanges: [],
    reservedNames: [],
  };
}

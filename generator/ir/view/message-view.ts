/** A message as it is printed: interface, create, binary codec, ProtoJSON codec, validators. */
import type { Comment, DeclaredView, Identifier, Literal } from '../printable.ts';
import type { Presence } from '../protocol.ts';
import type { FieldBinaryView, MessageBinaryView } from './message-binary-view.ts';
import type {
  FieldChecksView,
  FieldJsonView,
  MessageChecksView,
  MessageJsonView,
  OneofChecksView,
} from './message-json-view.ts';

export interface MessageView extends DeclaredView {
  readonly kind: 'message';
  /** Base of all its names: `MsgData` of `encodeMsgData`. */
  readonly name: Identifier;
  /** Fully qualified name as a string literal, e.g. `'openim.sdk.common.MsgData'`. */
  readonly fullName: Literal;
  /** Properties of the interface: plain fields and oneofs, in source order; a oneof stands where its first field does. */
  readonly members: readonly MemberView[];
  /** Every field, oneof members included, in source order. */
  readonly fields: readonly FieldView[];
  /** The same in the order of their numbers, in which the binary codec takes them. */
  readonly fieldsByNumber: readonly FieldView[];
  readonly binary: MessageBinaryView;
  readonly json: MessageJsonView;
  readonly checks: MessageChecksView;
}

export type MemberView = FieldMemberView | OneofMemberView;

/** What any property of the interface has. */
export interface PropertyView extends DeclaredView {
  /** The property as a key: `title`. Safe: `__proto__`, `constructor` and the like have a `$` appended. */
  readonly key: Identifier | Literal;
  /** How it is read: `.title`. */
  readonly access: Literal;
  /** The property's name as a string literal: `'title'`; also the `case` of a oneof member. */
  readonly text: Literal;
  /** Printed `title?: T | undefined`. */
  readonly optional: boolean;
  /** `T`, e.g. `string`, `readonly`-free lists as `T[]`, maps as `{ [key: string]: T }`. */
  readonly tsType: string;
  /** What `createX` fills in, an expression: `''`, `0n`, `[]`, `undefined`. */
  readonly initial: string;
}

export interface FieldMemberView {
  readonly kind: 'field';
  readonly field: FieldView;
}

/** `prop?: { case: 'a'; value: A } | { case: 'b'; value: B } | undefined`. */
export interface OneofMemberView extends PropertyView {
  readonly kind: 'oneof';
  readonly fields: readonly FieldView[];
  readonly checks: OneofChecksView;
}

/** What is known of a field without regard to a format. Plan steps of each format build on it. */
export interface FieldBase extends PropertyView {
  /** Name in the proto source, as a string literal. */
  readonly name: Literal;
  readonly number: number;
  readonly shape: 'singular' | 'list' | 'map';
  /** Type of one element or map value, e.g. `string`; equals `tsType` for singular fields. */
  readonly elementType: string;
  readonly presence: Presence;
  /** A required message that requires itself: it has no finite value, and `initial` is `undefined` against its type. */
  readonly endless: boolean;
  /** Tags for the doc comment such as `@default 'x'`. */
  readonly tags: Comment;
  /** The oneof it belongs to: its property; undefined for other fields. */
  readonly oneof: Pick<PropertyView, 'key' | 'access'> | undefined;
}

export interface FieldView extends FieldBase {
  readonly binary: FieldBinaryView;
  readonly json: FieldJsonView;
  readonly checks: FieldChecksView;
}

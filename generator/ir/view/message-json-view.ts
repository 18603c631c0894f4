/** What the ProtoJSON codec and the validators of a message are printed from. */
import type { Identifier, Literal } from '../printable.ts';
import type { Expression, Statement, TypeCode } from './code.ts';

export interface MessageJsonView {
  readonly kind: 'json';
  /** The JSON form is not the object of the fields: a well-known type. */
  readonly special: boolean;
  /** Type, reader of `json` and writer of `message` of a special form; of no meaning otherwise. */
  readonly specialType: TypeCode;
  readonly specialRead: Expression;
  readonly specialWrite: Expression;
  /** Extensions may lie in it. */
  readonly extendable: boolean;
  /** There is something to write: fields or extensions. */
  readonly hasMembers: boolean;
  /** Messages inside may hold others without end: they are read and written with options that count their depth. */
  readonly nests: boolean;
  /** The reader takes options: all but that of a special form without messages inside. */
  readonly readOptions: boolean;
  /** Writers take options: messages of its own type may lie in it, or an `Any`. */
  readonly writeOptions: boolean;
  /** `google.protobuf.Any` is at hand, so that `anyTypeOfX` is of use. */
  readonly anyType: boolean;
}

export interface FieldJsonView {
  readonly kind: 'json';
  /** The JSON name as a string literal, as a property, and as a member of a type. */
  readonly name: Literal;
  readonly key: Identifier | Literal;
  /** The proto name, when it differs; `''` otherwise. */
  readonly otherName: Literal | '';
  /** Must be there, and is always written. */
  readonly required: boolean;
  readonly type: TypeCode;
  /** `message-json-read-plain` or `-oneof`: the statements of a case. */
  readonly readPartial: string;
  /** `message.title = asString(value ?? '')`; of no meaning in a oneof. */
  readonly readStatement: Statement;
  /** From `value`, an expression. */
  readonly read: Expression;
  /** null is a value like any other: of `Value` and `NullValue`. */
  readonly nullable: boolean;
  /** Reading may give undefined: an enum's unknown name that is to be ignored. */
  readonly mayVanish: boolean;
  /** `if (message.title !== '') json = (json === '' ? '{"title":"' : json + ',"title":"') + escaped(message.title) + '"'`. */
  readonly writeStatement: Statement;
}

export interface MessageChecksView {
  readonly kind: 'checks';
  /** Messages of its own type may lie in it: depth is counted. */
  readonly counted: boolean;
  /** Is `value` such a message? With `depth` in scope if counted. */
  readonly test: Expression;
}

export interface FieldChecksView {
  readonly kind: 'checks';
  /** Is what stands in `value`, or in `value.value` of a oneof, of the field's type? With `depth` in scope if counted. */
  readonly test: Expression;
  /** The test needs `depth`. */
  readonly counted: boolean;
  /** The rule that explains what is wrong with it. */
  readonly rule: Expression;
}

export interface OneofChecksView {
  readonly kind: 'checks';
  /** The function that tests it, local to the module. */
  readonly name: Identifier;
  readonly counted: boolean;
}

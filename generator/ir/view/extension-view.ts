/** An extension as it is printed: a constant, and the codec of a message that has it as its only field. */
import type { DeclaredView, Identifier, Literal } from '../printable.ts';
import type { Expression } from './code.ts';
import type { MessageView } from './message-view.ts';

export interface ExtensionView extends DeclaredView {
  readonly kind: 'extension';
  /** The constant. */
  readonly name: Identifier;
  /** Fully qualified name as a string literal. */
  readonly fullName: Literal;
  readonly number: number;
  /** What it extends is a message set: it lies in an item, as field 3. */
  readonly inSet: boolean;
  /** The message that it extends: its type, and its fully qualified name. */
  readonly extendee: Identifier;
  readonly extendeeName: Literal;
  readonly tsType: string;
  /** A message whose only field, `value`, is the extension. Private to the module. */
  readonly holder: MessageView;
  readonly json: ExtensionJsonView;
}

export interface ExtensionJsonView {
  readonly kind: 'json';
  /** From `value`, with what `readOptions` names in scope. */
  readonly read: Expression;
  readonly readOptions: 'nested' | 'options' | '';
  /** What reads the value takes null too. */
  readonly nullable: boolean;
  /** From `value`, with `inside` in scope if it is wanted. */
  readonly write: Expression;
  readonly writeOptions: boolean;
  /** Is there no value? Of `value`. */
  readonly absent: Literal;
}

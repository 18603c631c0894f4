/** Validators of JSON values, compiled from the package's JSON Schemas. */
import type { Comment, Identifier, Literal } from '../printable.ts';

export interface ValidatorsView {
  readonly kind: 'validators';
  /** JavaScript that the functions share: constants and helpers. Formatted; ends without a newline. */
  readonly shared: Literal;
  readonly functions: readonly ValidatorView[];
}

export interface ValidatorView {
  /** Name of the function that checks a value. */
  readonly local: Identifier;
  /** Name that the module exports it under; `''` for one that only others call. */
  readonly name: Identifier | '';
  /** Its whole declaration, without `export`. */
  readonly declaration: Literal;
  readonly doc: Comment;
  readonly deprecated: boolean;
  readonly place: string;
}

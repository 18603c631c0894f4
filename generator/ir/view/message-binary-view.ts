/** What the binary codec of a message is printed from. */

export interface MessageBinaryView {
  readonly kind: 'binary';
}

export interface FieldBinaryView {
  readonly kind: 'binary';
}

/** What the ProtoJSON codec and the validators of a message are printed from. */

export interface MessageJsonView {
  readonly kind: 'json';
}

export interface FieldJsonView {
  readonly kind: 'json';
}

export interface MessageChecksView {
  readonly kind: 'checks';
}

export interface FieldChecksView {
  readonly kind: 'checks';
}

/** Names as protobuf's style guide wants them, and as edition 2024 enforces them: protobuf.dev/programming-guides/style. */

export type StyledKind = 'package' | 'message' | 'field' | 'oneof' | 'enum' | 'enum value' | 'service' | 'method';

const title = { pattern: /^[A-Z][A-Za-z0-9]*$/, style: 'written in TitleCase' };
const lower = { pattern: /^[a-z][a-z0-9_]*$/, style: 'written in lower_snake_case' };
const upper = { pattern: /^[A-Z][A-Z0-9_]*$/, style: 'written in UPPER_SNAKE_CASE' };

export const protoStyles: Readonly<Record<StyledKind, { readonly pattern: RegExp; readonly style: string }>> = {
  package: { pattern: /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/, style: 'written in dotted.lower_snake_case' },
  message: title,
  field: lower,
  oneof: lower,
  enum: title,
  'enum value': upper,
  service: title,
  method: title,
};

/** Underscores part words, and a word begins with a letter. */
export const strayUnderscore = /^_|_$|_[^A-Za-z]/;

/** What generated code throws. One class per direction, so that a caller can tell them apart; `code` says what went wrong. */

/** Bytes that are not a message. */
export class WireError extends Error {
  override readonly name = 'WireError';
  /** Kebab-case, e.g. `truncated`. */
  declare readonly code: string;
  /** Byte offset into the input at which reading failed. */
  declare readonly offset: number;
  /** Field at which reading failed, as an RFC 6901 pointer into the message; `''` for the message itself. */
  declare readonly path: string;

  constructor(code: string, reason: string, at: { readonly offset: number; readonly path?: string }) {
    super(located(reason, at.path ?? ''));
    this.code = code;
    this.offset = at.offset;
    this.path = at.path ?? '';
  }
}

/** A value that cannot be written as bytes, e.g. an int32 out of range. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  /** Kebab-case, e.g. `out-of-range`. */
  declare readonly code: string;
  /** What is wrong, without the place. */
  declare readonly reason: string;
  /** The value's place, as an RFC 6901 pointer into the message; `''` for the message itself. */
  declare readonly path: string;

  constructor(code: string, reason: string, path = '') {
    super(located(reason, path));
    this.code = code;
    this.reason = reason;
    this.path = path;
  }
}

/** JSON that does not say what it should, or a value that has no JSON form. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  /** Kebab-case, e.g. `wrong-type`. */
  declare readonly code: string;
  /** What is wrong, without the place. */
  declare readonly reason: string;
  /** The value's place, as an RFC 6901 pointer into the JSON document or the message; `''` for the whole. */
  declare readonly path: string;

  constructor(code: string, reason: string, path = '') {
    super(located(reason, path));
    this.code = code;
    this.reason = reason;
    this.path = path;
  }
}

/** A message that names the place: `/user/name: expected a string`. */
function located(reason: string, path: string): string {
  return path === '' ? reason : `${path}: ${reason}`;
}

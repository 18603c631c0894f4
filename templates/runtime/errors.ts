/** What generated code throws. One class per direction, so that a caller can tell them apart; `code` says what went wrong. */

/** What they have in common. Its message names the place: `/user/name: expected a string`. */
class Fault extends Error {
  /** Kebab-case, e.g. `truncated`. */
  declare readonly code: string;
  /** What is wrong, without the place. */
  declare readonly reason: string;
  /** The place, as an RFC 6901 pointer; `''` for the whole. */
  declare readonly path: string;

  constructor(code: string, reason: string, path = '') {
    super(path === '' ? reason : `${path}: ${reason}`);
    this.code = code;
    this.reason = reason;
    this.path = path;
  }
}

/** Bytes that are not a message. Its `path` is that of the field at which reading failed. */
export class WireError extends Fault {
  override readonly name = 'WireError';
  /** Byte offset into the input at which reading failed. */
  declare readonly offset: number;

  /** @param code - The reason, too, when its hyphens are taken for spaces. */
  constructor(code: string, offset: number, path = '') {
    super(code, `${code.replaceAll('-', ' ')} at byte ${offset}`, path);
    this.offset = offset;
  }
}

/** A value that cannot be written as bytes, e.g. an int32 out of range. Its `path` is the value's place in the message. */
export class EncodeError extends Fault {
  override readonly name = 'EncodeError';
}

/** JSON that does not say what it should, or a value that has no JSON form. Its `path` points into the document or message. */
export class JsonError extends Fault {
  override readonly name = 'JsonError';
}

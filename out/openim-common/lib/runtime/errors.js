/** What generated code throws. One class per direction, so that a caller can tell them apart; `code` says what went wrong. */
/** Bytes that are not a message. */
export class WireError extends Error {
    name = 'WireError';
    constructor(code, reason, at) {
        super(located(reason, at.path ?? ''));
        this.code = code;
        this.offset = at.offset;
        this.path = at.path ?? '';
    }
}
/** A value that cannot be written as bytes, e.g. an int32 out of range. */
export class EncodeError extends Error {
    name = 'EncodeError';
    constructor(code, reason, path = '') {
        super(located(reason, path));
        this.code = code;
        this.reason = reason;
        this.path = path;
    }
}
/** JSON that does not say what it should, or a value that has no JSON form. */
export class JsonError extends Error {
    name = 'JsonError';
    constructor(code, reason, path = '') {
        super(located(reason, path));
        this.code = code;
        this.reason = reason;
        this.path = path;
    }
}
/** A message that names the place: `/user/name: expected a string`. */
function located(reason, path) {
    return path === '' ? reason : `${path}: ${reason}`;
}
//# sourceMappingURL=errors.js.map
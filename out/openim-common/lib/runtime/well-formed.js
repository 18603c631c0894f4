/** Unicode text as UTF-16 must be: each surrogate in a pair. */
import { JsonError } from './errors.js';
/** A surrogate without its partner. With the `u` flag, a pair is one character that does not match. */
const loneSurrogate = /\p{Surrogate}/u;
/** @throws {JsonError} `lone-surrogate`: no UTF-8 can hold it. */
export function checkWellFormed(text) {
    if (!isWellFormed(text))
        throw new JsonError('lone-surrogate', 'a surrogate stands alone, which is no Unicode text');
}
/** Has each surrogate its partner? `String.prototype.isWellFormed`, where the engine has it (ECMA-262 of 2024). */
export function isWellFormed(text) {
    return text.isWellFormed === undefined ? !loneSurrogate.test(text) : text.isWellFormed();
}
//# sourceMappingURL=well-formed.js.map
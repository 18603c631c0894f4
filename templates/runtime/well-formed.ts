/** Unicode text as UTF-16 must be: each surrogate in a pair. */

/** A surrogate without its partner. With the `u` flag, a pair is one character that does not match. */
const loneSurrogate = /\p{Surrogate}/u;

/** Has each surrogate its partner? `String.prototype.isWellFormed`, where the engine has it (ECMA-262 of 2024). */
export function isWellFormed(text: string & { isWellFormed?(): boolean }): boolean {
  return text.isWellFormed === undefined ? !loneSurrogate.test(text) : text.isWellFormed();
}

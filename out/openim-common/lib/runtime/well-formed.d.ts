/** Unicode text as UTF-16 must be: each surrogate in a pair. */
/** @throws {JsonError} `lone-surrogate`: no UTF-8 can hold it. */
export declare function checkWellFormed(text: string): void;
/** Has each surrogate its partner? `String.prototype.isWellFormed`, where the engine has it (ECMA-262 of 2024). */
export declare function isWellFormed(text: string & {
    isWellFormed?(): boolean;
}): boolean;

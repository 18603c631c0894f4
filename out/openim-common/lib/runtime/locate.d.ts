/**
 * Where a message cannot be written: writes it once more through proxies that note what is read. The last thing read is
 * what could not be written.
 *
 * @returns An RFC 6901 pointer into the message.
 */
export declare function placeOfFailure<T>(write: (message: T) => unknown, message: T): string;
/** The error with its path; anything but a refusal or a type error, such as what a getter throws, as it is. */
export declare function locate<T>(error: unknown, write: (pos: number, message: T) => number, message: T): unknown;

/** Finds out where in a message a value stands that cannot be written. Costs nothing until that happens. */
import { EncodeError } from './errors.js';
import { pointerStep } from './pointer.js';
/**
 * Where a message cannot be written: writes it once more through proxies that note what is read. The last thing read is
 * what could not be written.
 *
 * @returns An RFC 6901 pointer into the message.
 */
export function placeOfFailure(write, message) {
    let path = '';
    const note = (value, at) => typeof value !== 'object' || value === null || ArrayBuffer.isView(value)
        ? value
        : // Of a copy, since a proxy of what is frozen may not give other values than that has.
            new Proxy(Array.isArray(value) ? [...value] : { ...value }, {
                get: (_, key) => note(Reflect.get(value, key), (path = at + pointerStep(String(key)))),
            });
    try {
        write(note(message, ''));
    }
    catch {
        // As expected; `path` now tells where.
    }
    return path;
}
/** The error with its path; anything but a refusal or a type error, such as what a getter throws, as it is. */
export function locate(error, write, message) {
    if (!(error instanceof EncodeError || error instanceof TypeError))
        return error;
    const path = placeOfFailure((noted) => write(0, noted), message);
    const { code, reason } = error;
    return new EncodeError(code ?? 'not-encodable', reason ?? error.message, path);
}
//# sourceMappingURL=locate.js.map
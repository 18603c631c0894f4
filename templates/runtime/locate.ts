/** Finds out where in a message a value stands that cannot be encoded. Costs nothing until that happens. */
import { EncodeError } from './errors.ts';
import { pointerStep } from './pointer.ts';

/**
 * Where a message cannot be written: writes it once more through proxies that note what is read. The last thing read is
 * what could not be written.
 *
 * @returns An RFC 6901 pointer into the message.
 */
export function placeOfFailure<T>(write: (message: T) => unknown, message: T): string {
  let path = '';
  const note = (value: unknown, at: string): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    // The target is a stand-in, since a proxy may not give other values than a frozen target has.
    return new Proxy(Array.isArray(value) ? [] : {}, {
      get(_, key) {
        if (typeof key === 'symbol' || (key === 'length' && Array.isArray(value))) return Reflect.get(value, key);
        path = at + pointerStep(key);
        return note(Reflect.get(value, key), path);
      },
      ownKeys: () => Reflect.ownKeys(value),
      getOwnPropertyDescriptor: (_, key) => ({ ...Reflect.getOwnPropertyDescriptor(value, key), configurable: true }),
    });
  };
  try {
    write(note(message, '') as T);
  } catch {
    // As expected; `path` now tells where.
  }
  return path;
}

/** The error with its path; anything but a refusal or a type error, such as what a getter throws, as it is. */
export function locate<T>(error: unknown, write: (pos: number, message: T) => number, message: T): unknown {
  if (!(error instanceof EncodeError || error instanceof TypeError)) return error;
  const path = placeOfFailure((noted) => write(0, noted), message);
  return error instanceof EncodeError
    ? new EncodeError(error.code, error.reason, path)
    : new EncodeError('not-encodable', error.message, path);
}

/** Own properties under any key. */
/** `object[key] = value`, except that `__proto__` becomes an own property like any other instead of the prototype. */
export declare function setOwn(object: object, key: string, value: unknown): void;

/** Own properties under any key. */
/** `object[key] = value`, except that `__proto__` becomes an own property like any other instead of the prototype. */
export function setOwn(object, key, value) {
    if (key === '__proto__') {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    }
    else
        object[key] = value;
}
//# sourceMappingURL=own.js.map
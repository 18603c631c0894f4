/** An event whose arguments are not what the protocol says. */
export class EventError extends Error {
    name = 'EventError';
    constructor(event, issues) {
        const [first] = issues;
        super(`${event} ${first?.path ?? ''}: ${first?.message ?? 'not valid'}`);
        this.code = 'invalid-event';
        this.event = event;
        this.path = first?.path ?? '';
        this.issues = issues;
    }
}
/** @param options - None is needed. */
export function createEmitter(options = {}) {
    const { validate, onInvalid, over } = options;
    const target = over ?? ownEmitter();
    const passes = (event, args) => {
        const issues = validate === undefined ? [] : validate({ event, args });
        if (issues.length === 0)
            return true;
        const error = new EventError(event, issues);
        if (onInvalid === undefined)
            throw error;
        onInvalid(error);
        return false;
    };
    const listen = (event, listener, once) => {
        let active = true;
        const heard = (...args) => {
            // Events of our own emitter were checked when they were emitted.
            if (!active || (over !== undefined && !passes(event, args)))
                return;
            if (once)
                stop();
            listener(...args);
        };
        const stop = () => {
            active = false;
            target.off?.(event, heard);
        };
        target.on(event, heard);
        return stop;
    };
    const emit = (event, args) => {
        if (!passes(event, args))
            return false;
        target.emit(event, ...args);
        return true;
    };
    return {
        on: (event, listener) => listen(event, listener, false),
        once: (event, listener) => listen(event, listener, true),
        emit: (event, ...args) => emit(event, args),
        dispatch: ({ event, args }) => emit(event, args),
    };
}
/** Listeners in the order in which they came; those that come or go while an event is under way count from the next on. */
function ownEmitter() {
    const listeners = new Map();
    return {
        on: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
        off: (event, listener) => listeners.set(event, (listeners.get(event) ?? []).filter((one) => one !== listener)),
        emit(event, ...args) {
            for (const listener of listeners.get(event) ?? [])
                listener(...args);
        },
    };
}
//# sourceMappingURL=emitter.js.map
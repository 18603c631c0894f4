/**
 * For applications: what an emitter raises becomes observations, in a few lines.
 *
 *     const seen = new Observer();
 *     const stop = observe(client, seen);
 *     // ... later
 *     writeFileSync('seen.json', JSON.stringify(seen.toObservations({ package: '@acme/chat', evidence: 'An evening of use.' })));
 */
import type { Sink } from './observer.ts';

export { Observer, type ObserverOptions, type Sink } from './observer.ts';

/** Anything that raises events by a method `emit`: node:events, eventemitter3, mitt, nanoevents and their kin. */
export interface Emitter {
  emit(event: never, ...args: never[]): unknown;
}

/**
 * Shows every event to the sink before the emitter's listeners see it. Events of symbols are left out.
 * @returns A function that ends it and restores the emitter.
 */
export function observe(emitter: Emitter, sink: Sink): () => void {
  const had = Object.hasOwn(emitter, 'emit');
  const target = emitter as { emit?: unknown };
  const emit = target.emit as (this: unknown, ...all: unknown[]) => unknown;
  const wrapped = function (this: unknown, event: unknown, ...args: unknown[]): unknown {
    try {
      if (typeof event === 'string') sink.see(event, args);
    } catch {
      // Whatever a sink of one's own does wrong, the application goes on.
    }
    return emit.call(this, event, ...args);
  };
  target.emit = wrapped;
  return () => {
    if (target.emit !== wrapped) return;
    if (had) target.emit = emit;
    else delete target.emit;
  };
}

/** Finds the derived types of a spec that nothing but the observed layer of certain events needs. */
import type { EventSpecFile } from '../../ir/schema/event-spec.gen.ts';

/** @param events - Whose observed layer is to be replaced. */
export function typesLeft(spec: EventSpecFile, events: ReadonlySet<string>): ReadonlySet<string> {
  const types = spec.types ?? {};
  const reached = (starts: readonly unknown[]): Set<string> => {
    const found = new Set<string>();
    const pending = [...starts];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const name of namesIn(next, types)) {
        if (found.has(name)) continue;
        found.add(name);
        pending.push(types[name]);
      }
    }
    return found;
  };
  const isReplaced = (name: string): boolean => events.has(name);
  const replaced = Object.entries(spec.events).flatMap(([name, event]) => (isReplaced(name) ? [event.observed] : []));
  const others = Object.entries(spec.events).map(([name, event]) =>
    isReplaced(name) ? { ...event, observed: undefined } : event,
  );
  const candidates = [...reached(replaced.filter((each) => each !== undefined))].filter(
    (name) => types[name]!.standing === 'derived',
  );
  const left = new Set(candidates);
  const rest = Object.entries(types).filter(([name]) => !left.has(name));
  const needed = reached([...others, spec.callbacks ?? {}, ...rest.map(([, type]) => type)]);
  return new Set(candidates.filter((name) => !needed.has(name)));
}

/** Names of types in any text of the value: more than types are texts, but none is needed for less than it could be. */
function namesIn(value: unknown, types: object): string[] {
  if (typeof value === 'string') {
    return (value.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter((name) => Object.hasOwn(types, name));
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((each) => namesIn(each, types))
    : [];
}

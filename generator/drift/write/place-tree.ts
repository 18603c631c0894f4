/** Takes the observed places of an event, gives them as a tree: arguments, and what was seen inside of each. */
import type { ObservedEvent, ObservedPlace } from '../../ir/schema/observations.gen.ts';

export interface PlaceNode {
  /** Undefined where only something inside was told. */
  readonly place: ObservedPlace | undefined;
  /** By name; `*` for the elements of a list. */
  readonly inside: ReadonlyMap<string, PlaceNode>;
}

interface Growing {
  place: ObservedPlace | undefined;
  readonly inside: Map<string, Growing>;
}

/** @returns The arguments by their index, as text. */
export function placeTree({ places }: ObservedEvent): ReadonlyMap<string, PlaceNode> {
  const root: Growing = { place: undefined, inside: new Map() };
  for (const place of places) {
    let node = root;
    for (const step of place.pointer.split('/').slice(1)) {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      let next = node.inside.get(name);
      if (next === undefined) {
        next = { place: undefined, inside: new Map() };
        node.inside.set(name, next);
      }
      node = next;
    }
    node.place = place;
  }
  return root.inside;
}

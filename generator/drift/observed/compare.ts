/** Holds what was observed, by the spec's own layer or by a file of observations, against what documents declare. */
import type { Descriptor, Event } from '../../ir/schema/descriptor.gen.ts';
import type { Observations, ObservedEvent, ObservedPlace } from '../../ir/schema/observations.gen.ts';
import type { EventDrift, ObservedDrift } from '../../ir/schema/observed-drift.gen.ts';
import { showType } from '../shape.ts';
import { placesOf, type Expected, type Kind, type Places } from './kinds.ts';

type Difference = EventDrift['differences'][number];

/** @param observations - Undefined: the observed layer of the spec itself. */
export function observedDrift(descriptor: Descriptor, observations: Observations | undefined): ObservedDrift {
  const { name, version } = descriptor.package;
  const head = { format: 1, package: { name, version } } as const;
  if (observations !== undefined) {
    const seen = new Set(observations.events.map((event) => event.name));
    const unobserved = descriptor.events.filter((event) => !seen.has(event.name)).map((event) => event.name);
    return { ...head, evidence: [observations.evidence], unobserved, events: fromFile(descriptor, observations) };
  }
  const lay = placesOf(descriptor);
  const events = descriptor.events.flatMap((event): EventDrift[] => {
    const { observed, declared } = event;
    if (observed === undefined) return [];
    const differences = between(lay(declared, 'declared'), lay(observed.arguments, 'observed'));
    return [{ ...eventHead(event), count: observed.count ?? 0, note: observed.note, differences }];
  });
  const evidence = descriptor.events.flatMap(({ observed }) => (observed === undefined ? [] : [observed.evidence]));
  const unobserved = descriptor.events.filter(({ observed }) => observed === undefined).map((event) => event.name);
  return { ...head, evidence: [...new Set(evidence)], unobserved, events };
}

const eventHead = ({ name, declared }: Event): Pick<EventDrift, 'name' | 'declared' | 'isDeclared'> => ({
  name,
  declared: declared.map(({ type }) => showType(type)).join(', '),
  isDeclared: true,
});

function fromFile(descriptor: Descriptor, { events }: Observations): EventDrift[] {
  const lay = placesOf(descriptor);
  const known = new Map(descriptor.events.map((event) => [event.name, event]));
  return events.map((seen): EventDrift => {
    const event = known.get(seen.name);
    if (event === undefined) {
      return { name: seen.name, declared: '', isDeclared: false, count: seen.count, note: '', differences: [] };
    }
    const differences = between(lay(event.declared, 'declared'), placesSeen(seen));
    return { ...eventHead(event), count: seen.count, note: '', differences };
  });
}

function placesSeen({ places }: ObservedEvent): Places {
  return new Map(
    places.map(({ pointer, types, absent }): [string, Expected] => [
      pointer,
      {
        kinds: new Set(types.map(({ type }) => kindOf(type))),
        type: types.map(({ type, count }) => `${type} (${count})`).join(', '),
        isOptional: absent > 0,
      },
    ]),
  );
}

function kindOf(type: ObservedPlace['types'][number]['type']): Kind {
  if (type === 'digits') return 'string';
  return type === 'other' ? 'any' : type;
}

/** Where one place differs as a whole, what lies inside it says nothing more. */
function between(declared: Places, observed: Places): Difference[] {
  const found: Difference[] = [];
  const closed = new Set<string>();
  const parents = new Set([...declared.keys()].map((pointer) => pointer.slice(0, pointer.lastIndexOf('/'))));
  const isInside = (pointer: string): boolean => around(pointer).some((each) => closed.has(each));
  for (const [pointer, { kinds, type, isOptional }] of declared) {
    if (isInside(pointer)) continue;
    const seen = observed.get(pointer);
    if (seen === undefined) {
      if (!isOptional) found.push({ pointer, verdict: 'absent', declared: type, observed: '' });
      closed.add(pointer);
      continue;
    }
    const isAny = kinds.has('any') || seen.kinds.has('any');
    const others = [...seen.kinds].filter((kind) => !kinds.has(kind) && !(isOptional && kind === 'undefined'));
    if (!isAny && others.length > 0) {
      found.push({ pointer, verdict: 'retyped', declared: type, observed: seen.type });
      if (!sharesInside(kinds, seen.kinds)) closed.add(pointer);
    } else if (seen.isOptional && !isOptional) {
      found.push({ pointer, verdict: 'absent', declared: type, observed: `${seen.type}, or absent` });
    }
    // Inside of what is any value, nothing is declared.
    if (kinds.has('any') || (kinds.has('object') && !parents.has(pointer))) closed.add(pointer);
  }
  for (const [pointer, { type }] of observed) {
    if (declared.has(pointer) || isInside(pointer)) continue;
    found.push({ pointer, verdict: 'extra', declared: '', observed: type });
    closed.add(pointer);
  }
  return found;
}

const sharesInside = (a: ReadonlySet<Kind>, b: ReadonlySet<Kind>): boolean =>
  (['object', 'list'] as const).some((kind) => a.has(kind) && b.has(kind));

/** `/0` and `/0/a` for `/0/a/b`. */
function around(pointer: string): string[] {
  const found: string[] = [];
  for (let at = pointer.indexOf('/', 1); at > 0 && found.length < maxLevels; at = pointer.indexOf('/', at + 1)) {
    found.push(pointer.slice(0, at));
  }
  return found;
}

/** Levels of a pointer that are looked at; observers stop long before. */
const maxLevels = 100;

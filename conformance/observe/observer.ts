/** Takes events with their arguments, gives observations: types, counts and a few values for each place in them. */
import type { Observations, ObservedPlace } from '../model/observations.gen.ts';
import { redaction, type Redaction } from './redact.ts';

type ObservedType = ObservedPlace['types'][number]['type'];

/** What an observer keeps, whatever it is shown: it may run beside an application for days. */
const maxEvents = 500;
const maxPlaces = 20_000;
const maxValues = 8;
/** Levels of objects and lists that are followed, and elements of a list. */
const maxDepth = 12;
const maxElements = 100;
/** Characters of a text, or of a name, that are kept. */
const maxText = 80;

interface Place {
  count: number;
  readonly types: Map<ObservedType, number>;
  readonly values: Map<string, string | number | boolean>;
}

interface Seen {
  count: number;
  readonly places: Map<string, Place>;
}

export interface ObserverOptions {
  /** Further names under which values are secret. */
  readonly redact?: readonly string[];
  /** Names of an event's arguments, so that secrets among them are known. */
  readonly argumentNames?: (event: string) => readonly string[];
  /** The values were read from JSON text: a bigint is a number that a double would not hold. */
  readonly isJson?: boolean;
}

/** What `observe` hands events to. */
export interface Sink {
  /** Never throws. */
  see(event: string, args: readonly unknown[]): void;
}

export class Observer implements Sink {
  readonly #events = new Map<string, Seen>();
  readonly #redaction: Redaction;
  readonly #argumentNames: (event: string) => readonly string[];
  readonly #isJson: boolean;
  #places = 0;
  #redacted = 0;
  #dropped = 0;
  #unread = 0;

  constructor(options: ObserverOptions = {}) {
    this.#redaction = redaction(options.redact);
    this.#isJson = options.isJson === true;
    this.#argumentNames = options.argumentNames ?? (() => []);
  }

  see(event: string, args: readonly unknown[]): void {
    const name = event.slice(0, maxText);
    let seen = this.#events.get(name);
    if (seen === undefined) {
      if (this.#events.size >= maxEvents) return void this.#dropped++;
      seen = { count: 0, places: new Map() };
      this.#events.set(name, seen);
    }
    seen.count++;
    const names = this.#argumentNames(event);
    for (const [at, value] of args.slice(0, maxElements).entries()) {
      const isSecret = this.#redaction.name(names[at] ?? '');
      this.#look(value, { seen, pointer: `/${at}`, isSecret, depth: 0 });
    }
  }

  /** Counts a frame that could not be read. */
  unread(): void {
    this.#unread++;
  }

  toObservations(about: { readonly package: string; readonly evidence: string }): Observations {
    return {
      $schema: 'https://wiremark.dev/schema/observations.schema.json',
      format: 1,
      ...about,
      redacted: this.#redacted,
      unread: this.#unread,
      dropped: this.#dropped,
      events: [...this.#events].map(([name, seen]) => ({
        name,
        count: seen.count,
        places: [...seen.places].map(([pointer, place]) => ({
          pointer,
          count: place.count,
          types: [...place.types].map(([type, count]) => ({ type, count })),
          absent: absentAt(pointer, place, seen),
          values: [...place.values.values()],
        })),
      })),
    };
  }

  #look(
    value: unknown,
    at: { readonly seen: Seen; readonly pointer: string; readonly isSecret: boolean; readonly depth: number },
  ): void {
    const { seen, pointer, depth } = at;
    const isSecret = at.isSecret || this.#redaction.value(value);
    let place = seen.places.get(pointer);
    if (place === undefined) {
      if (this.#places >= maxPlaces) return void this.#dropped++;
      this.#places++;
      place = { count: 0, types: new Map(), values: new Map() };
      seen.places.set(pointer, place);
    }
    place.count++;
    const type = this.#isJson && typeof value === 'bigint' ? 'number' : typeOf(value);
    place.types.set(type, (place.types.get(type) ?? 0) + 1);
    if (isSecret && value !== null && value !== undefined) {
      this.#redacted++;
      return;
    }
    this.#keep(place, value);
    if (depth >= maxDepth) return;
    if (Array.isArray(value)) {
      for (const each of value.slice(0, maxElements) as unknown[]) {
        this.#look(each, { seen, pointer: `${pointer}/*`, isSecret: false, depth: depth + 1 });
      }
    } else if (type === 'object') {
      for (const [name, each] of entriesOf(value as object)) {
        const step = name.slice(0, maxText).replaceAll('~', '~0').replaceAll('/', '~1');
        const inside = { seen, pointer: `${pointer}/${step}`, isSecret: this.#redaction.name(name), depth: depth + 1 };
        this.#look(each, inside);
      }
    }
  }

  #keep({ values }: Place, value: unknown): void {
    if (values.size >= maxValues) return;
    const kept = typeof value === 'bigint' ? value.toString() : value;
    if (typeof kept === 'string') values.set(`s${kept.slice(0, maxText)}`, kept.slice(0, maxText));
    else if (typeof kept === 'boolean' || (typeof kept === 'number' && Number.isFinite(kept))) {
      values.set(String(kept), kept);
    }
  }
}

/** An application's objects may have getters that throw; what they hide stays unknown. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  try {
    return Object.entries(value);
  } catch {
    return [];
  }
}

function typeOf(value: unknown): ObservedType {
  switch (typeof value) {
    case 'string':
      return /^-?\d+$/.test(value) ? 'digits' : 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'bigint';
    case 'undefined':
      return 'undefined';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'list';
      return 'low' in value && 'high' in value && 'unsigned' in value ? 'long' : 'object';
    default:
      return 'other';
  }
}

/** How often what is around a place was there without it. */
function absentAt(pointer: string, place: Place, seen: Seen): number {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  if (pointer.endsWith('/*')) return 0;
  const around = parent === '' ? seen.count : (seen.places.get(parent)?.types.get('object') ?? 0);
  return Math.max(0, around - place.count);
}

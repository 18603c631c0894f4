/** event-missing: a list of the events' names that forgets one. */
import type { EventSpec } from '../../ir/event-spec.ts';
import type { Origin } from '../../ir/origin.ts';
import { rule } from '../rule.ts';
import { expressionsOf, parts } from '../walk.ts';

export const eventMissing = rule({
  name: 'event-missing',
  code: 'WM7010',
  about: 'An event that an enum or union of event names leaves out.',
  check({ specs }, report) {
    for (const spec of specs) {
      for (const { what, names, origin } of lists(spec)) {
        const listed = spec.events.filter(({ name }) => names.has(name));
        // A choice of some events is no list of all: it counts as one from more than half on.
        if (listed.length < 3 || listed.length * 2 <= spec.events.length) continue;
        for (const { name, origin: at } of spec.events) {
          if (names.has(name)) continue;
          report(at, { name, what, count: listed.length }, { message: 'the list', place: origin });
        }
      }
    }
  },
});

interface EventList {
  readonly what: string;
  readonly names: ReadonlySet<string>;
  readonly origin: Origin;
}

function* lists(spec: EventSpec): Iterable<EventList> {
  for (const { name, members, origin } of spec.enums) {
    yield { what: `the enum "${name}"`, names: new Set(members.map(({ value }) => String(value))), origin };
  }
  for (const { of, expr } of expressionsOf(spec)) {
    for (const part of parts(expr)) {
      if (part.kind !== 'union') continue;
      const names = new Set(part.of.flatMap((each) => (each.kind === 'literal' ? [String(each.value)] : [])));
      yield { what: `the union of "${of.name}"`, names, origin: of.origin };
    }
  }
}

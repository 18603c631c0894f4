/** unit-missing: counts of time or bytes that do not say what they count in. */
import type { TypeExpr } from '../../ir/event-spec.ts';
import type { Origin } from '../../ir/origin.ts';
import type { Protocol } from '../../ir/protocol.ts';
import { scalars } from '../../ir/scalar.ts';
import { rule } from '../rule.ts';
import { objectsOf, ownMessages } from '../walk.ts';
import { wordsOf, wordsOfText } from '../words.ts';

/** What the last word of a name says that the field counts. */
const quantities: readonly { readonly quantity: string; readonly words: ReadonlySet<string> }[] = [
  {
    quantity: 'time',
    words: new Set(
      'time times timestamp duration timeout interval ttl delay expiry expiration lifetime at date'.split(' '),
    ),
  },
  { quantity: 'bytes or letters', words: new Set(['size', 'filesize', 'length']) },
];

/** Words that state a unit, in a name or in a description. */
const units = new Set(
  (
    'ms msec millis millisecond milliseconds us micros microseconds ns nanos nanoseconds s sec secs second seconds min mins ' +
    'minute minutes hour hours day days week weeks month months year years unix epoch iso rfc byte bytes kb kib mb mib bits ' +
    'characters letters items entries'
  ).split(' '),
);

/** A size of one of these is a number of things. */
const counted = new Set(['page', 'batch', 'group', 'list', 'queue', 'pool', 'window', 'team']);

export const unitMissing = rule({
  name: 'unit-missing',
  code: 'WM7008',
  about: 'A count of time or bytes that does not say what it counts in.',
  check(protocol, report) {
    for (const { name, text, origin, suggestion } of numbers(protocol)) {
      const words = wordsOf(name);
      const found = quantities.find((each) => each.words.has(words.at(-1) ?? ''));
      if (found === undefined || [...words, ...wordsOfText(text)].some((word) => units.has(word))) continue;
      if (found.quantity !== 'time' && words.some((word) => counted.has(word))) continue;
      report(origin, { name, quantity: found.quantity, suggestion });
    }
  },
});

interface NumberField {
  readonly name: string;
  readonly text: string;
  readonly origin: Origin;
  readonly suggestion: string;
}

function* numbers(protocol: Protocol): Iterable<NumberField> {
  for (const { name, comment, origin, shape } of ownMessages(protocol).flatMap(({ fields }) => fields)) {
    if (shape.kind === 'map' || shape.type.kind !== 'scalar' || !isNumber(shape.type.scalar)) continue;
    const suggestion = 'Say it in the name (timeout_ms) or in the comment.';
    yield { name, text: comment, origin, suggestion };
  }
  for (const { name, description, origin, unit, type } of protocol.specs
    .flatMap(objectsOf)
    .flatMap(({ fields }) => fields)) {
    if (unit !== undefined || !isNumeric(type)) continue;
    yield { name, text: description, origin, suggestion: 'State it: unit: ms, or s, min, bytes.' };
  }
}

const isNumber = (scalar: keyof typeof scalars): boolean => ['int', 'int64', 'float'].includes(scalars[scalar].kind);

const isNumeric = (type: TypeExpr): boolean =>
  type.kind === 'number' || (type.kind === 'scalar' && isNumber(type.scalar));

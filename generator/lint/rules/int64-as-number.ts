/** int64-as-number: 64-bit integers that reach JavaScript as numbers, which hold 53 bits. */
import type { SpecArgument, SpecField } from '../../ir/event-spec.ts';
import type { Field } from '../../ir/protocol.ts';
import { scalars } from '../../ir/scalar.ts';
import { rule } from '../rule.ts';
import { listed, objectsOf, ownMessages, parts } from '../walk.ts';

export const int64AsNumber = rule({
  name: 'int64-as-number',
  code: 'WM7006',
  about: '64-bit integers that travel in JSON, or surface in TypeScript, as numbers.',
  check(protocol, report) {
    for (const { name, fields } of ownMessages(protocol)) {
      const found = fields.filter(isRounded);
      if (found.length === 0) continue;
      const what = `64-bit fields of the message ${name} surface`;
      report(found[0]!.origin, { what, names: listed(found.map((field) => field.name)) });
    }
    for (const spec of protocol.specs) {
      const owners: readonly (readonly [string, readonly (SpecField | SpecArgument)[]])[] = [
        ...objectsOf(spec).map(({ name, fields }) => [`fields of the type ${name}`, fields] as const),
        ...spec.events.map((event) => [`arguments of the event ${event.name}`, event.arguments] as const),
        ...spec.callbacks.map(
          (callback) => [`arguments of the callback ${callback.name}`, callback.arguments] as const,
        ),
      ];
      for (const [owner, members] of owners) {
        const found = members.filter((member) => holdsInt64(member) && member.int64.travel === 'number');
        if (found.length === 0) continue;
        const names = listed(found.map(({ name }) => name));
        report(found[0]!.origin, { what: `64-bit ${owner} travel`, names });
      }
    }
  },
});

function isRounded({ shape, int64, options }: Field): boolean {
  const wide = shape.type.kind === 'scalar' && scalars[shape.type.scalar].kind === 'int64';
  return wide && (int64 === 'number' || options['jstype'] === 'JS_NUMBER');
}

const holdsInt64 = ({ type }: SpecField | SpecArgument): boolean =>
  [...parts(type)].some((part) => part.kind === 'scalar' && scalars[part.scalar].kind === 'int64');

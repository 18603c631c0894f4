/** open-enum-as-closed: places that admit nothing new although more values than the listed ones are known to exist. */
import type { EventSpec, TypeExpr } from '../../ir/event-spec.ts';
import { rule } from '../rule.ts';
import { expressionsOf, ownEnums, parts } from '../walk.ts';

export const openEnumAsClosed = rule({
  name: 'open-enum-as-closed',
  code: 'WM7007',
  about: 'A closed enum, union or list of literals although more values are known to exist.',
  check({ files, specs, facts, ...rest }, report) {
    for (const { fullName, open, origin } of ownEnums({ files, specs, facts, ...rest })) {
      const known = facts.get(fullName);
      if (open || known === undefined) continue;
      const unlisted = known.commentedOut.length;
      const why = unlisted > 0 ? `${unlisted} more values are on the wire` : 'its documents do not list every value';
      if (unlisted > 0 || known.incomplete) report(origin, { what: `The enum "${fullName}"`, why });
    }
    for (const spec of specs) {
      for (const { name, closed, values, origin } of closedLists(spec)) {
        const wider = spec.enums.find(
          ({ open, members, valueKind }) =>
            open && valueKind === 'string' && values.every((value) => members.some((each) => each.value === value)),
        );
        if (wider === undefined || values.length < 2) continue;
        report(origin, { what: `${closed} "${name}"`, why: `its values are those of the open enum "${wider.name}"` });
      }
    }
  },
});

interface ClosedList {
  readonly closed: string;
  readonly name: string;
  readonly values: readonly (string | number | boolean)[];
  readonly origin: EventSpec['origin'];
}

function* closedLists(spec: EventSpec): Iterable<ClosedList> {
  for (const type of spec.types) {
    if (type.kind !== 'union' || type.open) continue;
    yield {
      closed: 'The union',
      name: type.name,
      values: type.variants.map(({ value }) => value),
      origin: type.origin,
    };
  }
  for (const { of, expr } of expressionsOf(spec)) {
    for (const part of parts(expr)) {
      const values = part.kind === 'union' ? literals(part.of) : undefined;
      if (values !== undefined) yield { closed: 'The list of literals in', name: of.name, values, origin: of.origin };
    }
  }
}

/** The values of a union of literals; undefined when it takes anything else. */
function literals(of: readonly TypeExpr[]): (string | number | boolean)[] | undefined {
  const values = of.flatMap((each) => (each.kind === 'literal' ? [each.value] : []));
  return values.length === of.length ? values : undefined;
}

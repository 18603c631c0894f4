/** width-missing: a number whose width no document states, beside fields that have one. */
import type { TypeExpr } from '../../ir/event-spec.ts';
import { scalars } from '../../ir/scalar.ts';
import { rule } from '../rule.ts';
import { objectsOf, parts } from '../walk.ts';

export const widthMissing = rule({
  name: 'width-missing',
  code: 'WM7005',
  about: 'A number without a width, beside fields that state theirs.',
  check({ specs }, report) {
    for (const { fields } of specs.flatMap(objectsOf)) {
      const sibling = fields.find(({ type }) => widthOf(type) !== undefined);
      if (sibling === undefined) continue;
      for (const { name, type, origin } of fields) {
        if (!isUnstated(type)) continue;
        report(origin, { name, sibling: sibling.name, width: widthOf(sibling.type)! });
      }
    }
  },
});

const isUnstated = (type: TypeExpr): boolean =>
  [...parts(type)].some((part) => part.kind === 'number') && widthOf(type) === undefined;

/** The first width that a type states. */
function widthOf(type: TypeExpr): string | undefined {
  for (const part of parts(type)) {
    const scalar = part.kind === 'scalar' ? part.scalar : part.kind === 'spec-enum' ? part.width : 'unknown';
    if (scalar !== 'unknown' && ['int', 'int64'].includes(scalars[scalar].kind)) return scalar;
  }
  return undefined;
}

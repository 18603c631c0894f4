/** UNION_* and VARIANT_*: how a union is told apart, and into what. */
import type { SpecUnion } from '../../ir/event-spec.ts';
import type { Report } from '../change.ts';
import { keyed, missing, paired } from '../sides.ts';

export function checkUnion(
  { before, after }: { readonly before: SpecUnion; readonly after: SpecUnion },
  report: Report,
): void {
  const { name } = after;
  const at = { before: before.origin, after: after.origin };
  const what = `The union "${name}"`;
  if (before.discriminant !== after.discriminant) {
    const values = { aspect: 'discriminant', before: before.discriminant, after: after.discriminant };
    report(['UNION_SAME_DISCRIMINANT'], at, { what, ...values });
    return;
  }
  if (before.open && !after.open) report(['UNION_NO_CLOSE'], at, { kind: 'union', name });
  const variants = (union: SpecUnion) => keyed(union.variants, ({ value }) => value);
  const [old, now] = [variants(before), variants(after)];
  for (const { value, origin } of missing(old, now)) {
    const values = { kind: 'variant', name: String(value), where: `the union ${name}` };
    report(['VARIANT_NO_DELETE'], { ...at, before: origin }, values);
  }
  if (!before.open && !after.open) {
    for (const { value, origin } of missing(now, old)) {
      const values = { kind: 'union', name, member: 'variant', added: String(value) };
      report(['VARIANT_NO_ADD_TO_CLOSED'], { ...at, after: origin }, values);
    }
  }
  for (const pair of paired(old, now)) {
    if (pair.before.type === pair.after.type) continue;
    const places = { before: pair.before.origin, after: pair.after.origin };
    const variant = `The variant "${pair.after.value}" of the union ${name}`;
    const values = { aspect: 'type', before: pair.before.type, after: pair.after.type };
    report(['VARIANT_SAME_TYPE'], places, { what: variant, ...values });
  }
}

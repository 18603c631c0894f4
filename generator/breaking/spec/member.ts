/** What fields of types and arguments of events have in common: a type, a presence, and how 64-bit integers go. */
import type { SpecArgument, SpecField, TypeExpr } from '../../ir/event-spec.ts';
import { showTypeExpr } from '../../ir/type-expr.ts';
import { scalars } from '../../ir/scalar.ts';
import type { Report } from '../change.ts';
import type { RuleId } from '../rules.ts';
import type { Sides } from '../sides.ts';
import { relationOf } from './relation.ts';

type Member = Pick<SpecField | SpecArgument, 'type' | 'presence' | 'nullable' | 'int64' | 'origin'>;

/** Which rules speak of it: those of fields or those of arguments. */
export interface MemberRules {
  readonly type: RuleId & `${string}_SAME_TYPE`;
  readonly narrowed: RuleId & `${string}_NO_NARROW`;
  readonly widened: RuleId & `${string}_NO_WIDEN`;
  readonly presence: RuleId & `${string}_SAME_PRESENCE`;
  readonly travel: RuleId & `${string}_SAME_INT64`;
  readonly surface: RuleId & `${string}_SAME_INT64_SURFACE`;
}

export function compareMember(
  { before, after, what, rules }: { before: Member; after: Member; what: string; rules: MemberRules },
  sides: Sides,
  report: Report,
): void {
  const at = { before: before.origin, after: after.origin };
  const changed = (aspect: string, was: string, is: string) => ({ what, aspect, before: was, after: is });
  const relation = relationOf({ expr: before.type, side: sides.before }, { expr: after.type, side: sides.after });
  if (relation !== 'same') {
    const rule = relation === 'other' ? rules.type : rules[relation];
    report([rule], at, changed('type', showTypeExpr(before.type), showTypeExpr(after.type)));
  }
  const [was, is] = [presenceOf(before), presenceOf(after)];
  if (was !== is) report([rules.presence], at, changed('presence', was, is));
  if (relation !== 'same' || !holdsInt64(after.type)) return;
  if (before.int64.travel !== after.int64.travel) {
    report([rules.travel], at, changed('64-bit form in JSON', before.int64.travel, after.int64.travel));
  }
  if (before.int64.surface !== after.int64.surface) {
    report([rules.surface], at, changed('64-bit type in TypeScript', before.int64.surface, after.int64.surface));
  }
}

/** What nobody states may be absent just as well. */
function presenceOf({ presence, nullable }: Member): string {
  return `${presence === 'required' ? 'required' : 'optional'}${nullable ? ' or null' : ''}`;
}

function holdsInt64(expr: TypeExpr): boolean {
  switch (expr.kind) {
    case 'scalar':
      return scalars[expr.scalar].kind === 'int64';
    case 'list':
      return holdsInt64(expr.of);
    case 'map':
      return scalars[expr.key].kind === 'int64' || holdsInt64(expr.value);
    case 'union':
      return expr.of.some(holdsInt64);
    case 'spec-enum':
      return expr.width !== 'unknown' && scalars[expr.width].kind === 'int64';
    default:
      return false;
  }
}

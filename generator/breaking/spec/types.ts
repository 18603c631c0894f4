/** TYPE_*, ALIAS_* and the fields of types: shapes that are gone, closed, or hold something else. */
import type { SpecAlias, SpecField, SpecObject, SpecType } from '../../ir/event-spec.ts';
import { showTypeExpr } from '../../ir/type-expr.ts';
import type { Check, Report } from '../change.ts';
import { missing, paired, type Sides } from '../sides.ts';
import { compareMember, type MemberRules } from './member.ts';
import { named, specPairs } from './pairs.ts';
import { relationOf } from './relation.ts';
import { renamed } from './renamed.ts';
import { checkUnion } from './unions.ts';

const fieldRules = {
  type: 'TYPE_FIELD_SAME_TYPE',
  narrowed: 'TYPE_FIELD_NO_NARROW',
  widened: 'TYPE_FIELD_NO_WIDEN',
  presence: 'TYPE_FIELD_SAME_PRESENCE',
  travel: 'TYPE_FIELD_SAME_INT64',
  surface: 'TYPE_FIELD_SAME_INT64_SURFACE',
} as const satisfies MemberRules;

const aliasRules = { other: 'ALIAS_SAME_TYPE', narrowed: 'ALIAS_NO_NARROW', widened: 'ALIAS_NO_WIDEN' } as const;

export const checkTypes: Check = (sides, report) => {
  for (const { before, after } of specPairs(sides)) {
    const [old, now] = [named<SpecType>(before.types), named<SpecType>(after.types)];
    for (const { name, origin } of missing(old, now)) {
      const values = { kind: 'type', name, where: `the spec ${after.name}` };
      report(['TYPE_NO_DELETE'], { before: origin, after: after.origin }, values);
    }
    for (const pair of paired(old, now)) {
      const at = { before: pair.before.origin, after: pair.after.origin };
      if (pair.before.kind === 'object' && pair.after.kind === 'object') {
        checkObject({ before: pair.before, after: pair.after }, sides, report);
      } else if (pair.before.kind === 'union' && pair.after.kind === 'union') {
        checkUnion({ before: pair.before, after: pair.after }, report);
      } else if (pair.before.kind === 'alias' && pair.after.kind === 'alias') {
        checkAlias({ before: pair.before, after: pair.after }, sides, report);
      } else {
        const values = { aspect: 'kind', before: pair.before.kind, after: pair.after.kind };
        report(['TYPE_SAME_KIND'], at, { what: `The type "${pair.after.name}"`, ...values });
      }
    }
  }
};

interface PairOf<T> {
  readonly before: T;
  readonly after: T;
}

function checkAlias({ before, after }: PairOf<SpecAlias>, sides: Sides, report: Report): void {
  const relation = relationOf({ expr: before.type, side: sides.before }, { expr: after.type, side: sides.after });
  if (relation === 'same') return;
  const what = `The alias "${after.name}"`;
  const values = { what, aspect: 'type', before: showTypeExpr(before.type), after: showTypeExpr(after.type) };
  report([aliasRules[relation]], { before: before.origin, after: after.origin }, values);
}

function checkObject({ before, after }: PairOf<SpecObject>, sides: Sides, report: Report): void {
  if (before.open && !after.open) {
    const at = { before: before.origin, after: after.origin };
    report(['TYPE_NO_CLOSE'], at, { kind: 'type', name: after.name });
  }
  const [old, now] = [named(before.fields), named(after.fields)];
  const [gone, added] = [missing(old, now), missing(now, old)];
  const same = (a: SpecField, b: SpecField): boolean =>
    relationOf({ expr: a.type, side: sides.before }, { expr: b.type, side: sides.after }) === 'same';
  const others = renamed(gone, added, same);
  for (const field of gone) {
    const other = others.get(field);
    const where = `the type ${after.name}`;
    if (other === undefined) {
      const values = { kind: 'field', name: field.name, where };
      report(['TYPE_FIELD_NO_DELETE'], { before: field.origin, after: after.origin }, values);
    } else {
      const values = { kind: 'field', before: field.name, after: other.name, where };
      report(['TYPE_FIELD_SAME_NAME'], { before: field.origin, after: other.origin }, values);
    }
  }
  const newcomers = new Set(added.filter((field) => ![...others.values()].includes(field)));
  for (const { name, origin, presence } of newcomers) {
    if (presence !== 'required') continue;
    const at = { before: before.origin, after: origin };
    report(['TYPE_FIELD_NO_ADD_REQUIRED'], at, { name: after.name, added: name });
  }
  for (const pair of paired(old, now)) checkField(pair, { owner: after.name, sides, report });
}

function checkField(
  { before, after }: PairOf<SpecField>,
  { owner, sides, report }: { readonly owner: string; readonly sides: Sides; readonly report: Report },
): void {
  const what = `The field "${after.name}" of the type ${owner}`;
  const at = { before: before.origin, after: after.origin };
  compareMember({ before, after, what, rules: fieldRules }, sides, report);
  if (before.unit !== after.unit && before.unit !== undefined) {
    report(['TYPE_FIELD_SAME_UNIT'], at, { what, aspect: 'unit', before: before.unit, after: after.unit ?? 'none' });
  }
  if (before.default !== after.default) {
    const [was, is] = [before.default, after.default].map((value) =>
      value === undefined ? 'none' : JSON.stringify(value),
    );
    report(['TYPE_FIELD_SAME_DEFAULT'], at, { what, aspect: 'default', before: was!, after: is! });
  }
}

/** SPEC_ENUM_*: the values that an event spec lists. A member goes by its value, which travels; its name is for code. */
import type { SpecEnum, SpecEnumMember } from '../../ir/event-spec.ts';
import type { Check, Report } from '../change.ts';
import { keyed, missing, paired } from '../sides.ts';
import { named, specPairs } from './pairs.ts';

export const checkSpecEnums: Check = (sides, report) => {
  for (const { before, after } of specPairs(sides)) {
    const [old, now] = [named(before.enums), named(after.enums)];
    for (const { name, origin } of missing(old, now)) {
      const values = { kind: 'enum', name, where: `the spec ${after.name}` };
      report(['SPEC_ENUM_NO_DELETE'], { before: origin, after: after.origin }, values);
    }
    for (const pair of paired(old, now)) checkEnum(pair.before, pair.after, report);
  }
};

function checkEnum(before: SpecEnum, after: SpecEnum, report: Report): void {
  const { name } = after;
  const at = { before: before.origin, after: after.origin };
  if (before.valueKind !== after.valueKind) {
    const values = { aspect: 'kind of values', before: before.valueKind, after: after.valueKind };
    report(['SPEC_ENUM_SAME_VALUE_KIND'], at, { what: `The enum "${name}"`, ...values });
    return;
  }
  if (before.open && !after.open) report(['SPEC_ENUM_NO_CLOSE'], at, { kind: 'enum', name });
  const byValue = ({ members }: SpecEnum): ReadonlyMap<SpecEnumMember['value'], SpecEnumMember> =>
    keyed(members, ({ value }) => value);
  const [old, now] = [byValue(before), byValue(after)];
  const names = named(after.members);
  for (const member of before.members) {
    const same = names.get(member.name);
    if (same === undefined || same.value === member.value) continue;
    const values = { aspect: 'value', before: JSON.stringify(member.value), after: JSON.stringify(same.value) };
    const what = `The member "${member.name}" of the enum ${name}`;
    report(['SPEC_ENUM_MEMBER_SAME_VALUE'], { before: member.origin, after: same.origin }, { what, ...values });
  }
  for (const member of missing(old, now)) {
    if (names.has(member.name)) continue;
    const values = { kind: 'member', name: member.name, where: `the enum ${name}` };
    report(['SPEC_ENUM_MEMBER_NO_DELETE'], { ...at, before: member.origin }, values);
  }
  if (!before.open && !after.open) {
    const known = named(before.members);
    for (const member of missing(now, old)) {
      // One that was there under another value has been told already.
      if (known.has(member.name)) continue;
      const values = { kind: 'enum', name, member: 'member', added: member.name };
      report(['SPEC_ENUM_MEMBER_NO_ADD_TO_CLOSED'], { ...at, after: member.origin }, values);
    }
  }
  for (const pair of paired(old, now)) {
    const places = { before: pair.before.origin, after: pair.after.origin };
    const what = `The member ${JSON.stringify(pair.after.value)} of the enum ${name}`;
    // Where the old name lives on with another value, the values have changed, and that has been told.
    if (pair.before.name !== pair.after.name && !names.has(pair.before.name)) {
      const values = { aspect: 'name', before: pair.before.name, after: pair.after.name };
      report(['SPEC_ENUM_MEMBER_SAME_NAME'], places, { what, ...values });
    }
    if (pair.before.match !== pair.after.match) {
      const values = { aspect: 'match', before: pair.before.match, after: pair.after.match };
      report(['SPEC_ENUM_MEMBER_SAME_MATCH'], places, { what, ...values });
    }
  }
}

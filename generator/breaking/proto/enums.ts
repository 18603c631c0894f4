/** ENUM_SAME_TYPE and ENUM_VALUE_SAME_NAME: an enum that changed whether it is open, and values that changed their names. */
import type { ProtoEnum } from '../../ir/protocol.ts';
import type { Check } from '../change.ts';
import { paired } from '../sides.ts';

export const checkEnums: Check = ({ before, after }, report) => {
  for (const pair of paired(before.enums, after.enums)) {
    const at = { before: pair.before.origin, after: pair.after.origin };
    if (pair.before.open !== pair.after.open) {
      const [was, is] = [pair.before, pair.after].map(({ open }) => (open ? 'open' : 'closed'));
      report(['ENUM_SAME_TYPE'], at, {
        what: `The enum "${pair.after.name}"`,
        aspect: 'type',
        before: was!,
        after: is!,
      });
    }
    for (const [number, old] of byNumber(pair.before)) {
      const now = byNumber(pair.after).get(number);
      if (now === undefined) continue;
      const names = (values: typeof now): string => values.map(({ name }) => `"${name}"`).join(', ');
      // An alias more is no change; a name less is.
      if (old.every(({ name }) => now.some((value) => value.name === name))) continue;
      const values = { name: pair.after.name, number, before: names(old), after: names(now) };
      for (const value of now) {
        const was = old.find(({ name }) => name === value.name) ?? old[0]!;
        report(['ENUM_VALUE_SAME_NAME'], { before: was.origin, after: value.origin }, values);
      }
    }
  }
};

function byNumber({ values }: ProtoEnum): ReadonlyMap<number, ProtoEnum['values']> {
  const groups = new Map<number, ProtoEnum['values'][number][]>();
  for (const value of values) groups.set(value.number, [...(groups.get(value.number) ?? []), value]);
  return groups;
}

/** FIELD_NO_DELETE, ENUM_VALUE_NO_DELETE and their milder forms, and ONEOF_NO_DELETE: what messages and enums lost. */
import type { NumberRange, ProtoEnum } from '../../ir/protocol.ts';
import type { Check, Report } from '../change.ts';
import { keyed, missing, paired } from '../sides.ts';

export const checkMembers: Check = ({ before, after }, report) => {
  for (const pair of paired(before.messages, after.messages)) {
    const where = `the message ${pair.after.name}`;
    const byNumber = (message: typeof pair.after) => keyed(message.fields, (field) => field.number);
    for (const { name, number, origin } of missing(byNumber(pair.before), byNumber(pair.after))) {
      const at = { before: origin, after: pair.after.origin };
      const broken = [
        'FIELD_NO_DELETE' as const,
        ...(pair.after.reservedNames.includes(name) ? [] : ['FIELD_NO_DELETE_UNLESS_NAME_RESERVED' as const]),
        ...(holds(pair.after.reservedRanges, number) ? [] : ['FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED' as const]),
      ];
      report(broken, at, { kind: 'field', name, where });
    }
    const oneofs = (message: typeof pair.after) => keyed(message.oneofs, (oneof) => oneof.name);
    for (const { name, origin } of missing(oneofs(pair.before), oneofs(pair.after))) {
      report(['ONEOF_NO_DELETE'], { before: origin, after: pair.after.origin }, { kind: 'oneof', name, where });
    }
  }
  for (const pair of paired(before.enums, after.enums)) checkValues(pair.before, pair.after, report);
};

/** By number: one with an alias left is still there. */
function checkValues(before: ProtoEnum, after: ProtoEnum, report: Report): void {
  const now = new Set(after.values.map(({ number }) => number));
  for (const number of new Set(before.values.map((value) => value.number))) {
    if (now.has(number)) continue;
    const gone = before.values.filter((value) => value.number === number);
    const names = gone.map(({ name }) => name);
    const freed = !names.every((name) => after.reservedNames.includes(name));
    const broken = [
      'ENUM_VALUE_NO_DELETE' as const,
      ...(freed ? ['ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED' as const] : []),
      ...(holds(after.reservedRanges, number) ? [] : ['ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED' as const]),
    ];
    const at = { before: gone[0]!.origin, after: after.origin };
    report(broken, at, { kind: 'value', name: names.join('", "'), where: `the enum ${after.name}` });
  }
}

const holds = (ranges: readonly NumberRange[], number: number): boolean =>
  ranges.some(({ start, end }) => start <= number && number <= end);

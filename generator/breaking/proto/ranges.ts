/** RESERVED_*_NO_DELETE and EXTENSION_MESSAGE_NO_DELETE: numbers and names that were set aside and no longer are. */
import type { NumberRange, ProtoEnum } from '../../ir/protocol.ts';
import type { Check, Report } from '../change.ts';
import { paired } from '../sides.ts';

/** What messages and enums have in common here. */
type Reserving = Pick<ProtoEnum, 'name' | 'origin' | 'reservedRanges' | 'reservedNames'>;

export const checkRanges: Check = ({ before, after }, report) => {
  for (const pair of paired(before.messages, after.messages)) {
    checkReserved('RESERVED_MESSAGE_NO_DELETE', pair, report);
    const at = { before: pair.before.origin, after: pair.after.origin };
    for (const range of pair.before.extensionRanges) {
      const lost = uncovered(range, pair.after.extensionRanges);
      if (lost.length === 0) continue;
      report(['EXTENSION_MESSAGE_NO_DELETE'], at, { name: pair.after.name, range: lost.map(show).join(', ') });
    }
  }
  for (const pair of paired(before.enums, after.enums)) checkReserved('RESERVED_ENUM_NO_DELETE', pair, report);
};

function checkReserved(
  rule: 'RESERVED_MESSAGE_NO_DELETE' | 'RESERVED_ENUM_NO_DELETE',
  { before, after }: { readonly before: Reserving; readonly after: Reserving },
  report: Report,
): void {
  const at = { before: before.origin, after: after.origin };
  const { name } = after;
  for (const range of before.reservedRanges) {
    const lost = uncovered(range, after.reservedRanges);
    if (lost.length > 0) report([rule], at, { name, what: lost.map(show).join(', ') });
  }
  for (const reserved of new Set(before.reservedNames)) {
    if (!after.reservedNames.includes(reserved)) report([rule], at, { name, what: `the name "${reserved}"` });
  }
}

/** The parts of a range that none of the others covers, in order. */
export function uncovered(range: NumberRange, others: readonly NumberRange[]): NumberRange[] {
  const left: NumberRange[] = [];
  let { start } = range;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.end < start || other.start > range.end) continue;
    if (other.start > start) left.push({ start, end: other.start - 1 });
    start = other.end + 1;
  }
  if (start <= range.end) left.push({ start, end: range.end });
  return left;
}

const show = ({ start, end }: NumberRange): string => (start === end ? `${start}` : `${start} to ${end}`);

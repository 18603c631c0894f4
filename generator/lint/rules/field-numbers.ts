/** field-number-gap and reserved-reuse: numbers and names that something else once had. */
import type { Message } from '../../ir/protocol.ts';
import { rule } from '../rule.ts';
import { ownEnums, ownMessages } from '../walk.ts';

export const fieldNumberGap = rule({
  name: 'field-number-gap',
  code: 'WM7104',
  about: 'Field numbers between others that are neither used nor reserved.',
  check(protocol, report) {
    for (const message of ownMessages(protocol)) {
      const gaps = gapsOf(message);
      if (gaps.length > 0) report(message.origin, { name: message.name, numbers: gaps.join(', ') });
    }
  },
});

/** Longest gap that looks like deleted fields; after a longer one numbers were chosen to begin anew, as with 100. */
const maxGap = 8;

function gapsOf({ fields, reservedRanges, extensionRanges }: Message): string[] {
  const taken = [
    ...fields.map(({ number }) => ({ start: number, end: number })),
    ...reservedRanges,
    ...extensionRanges,
  ].sort((a, b) => a.start - b.start);
  const gaps: string[] = [];
  let next = 1;
  for (const { start, end } of taken) {
    if (start > next && start - next <= maxGap) gaps.push(start - next === 1 ? `${next}` : `${next} to ${start - 1}`);
    next = Math.max(next, end + 1);
  }
  return gaps;
}

export const reservedReuse = rule({
  name: 'reserved-reuse',
  code: 'WM7105',
  about: 'A name that was reserved, taken up again in another spelling.',
  check(protocol, report) {
    const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();
    for (const { fields, reservedNames } of ownMessages(protocol)) {
      for (const { name, origin } of fields) {
        const old = reservedNames.find((each) => plain(each) === plain(name));
        if (old !== undefined) report(origin, { what: `The field "${name}"`, reserved: `the reserved name "${old}"` });
      }
    }
    for (const { values, reservedNames } of ownEnums(protocol)) {
      for (const { name, origin } of values) {
        const old = reservedNames.find((each) => plain(each) === plain(name));
        if (old !== undefined) report(origin, { what: `The value "${name}"`, reserved: `the reserved name "${old}"` });
      }
    }
  },
});

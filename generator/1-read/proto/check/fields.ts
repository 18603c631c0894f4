/** Numbers and names of a message's fields. Rules: protobuf.dev/programming-guides/proto3#assigning. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { FieldDecl, MessageDecl, NumberDecl } from '../../../ir/proto-source.ts';
import { includes, maxFieldNumber, protobufsOwn } from './numbers.ts';

export function checkFields(message: MessageDecl): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const byNumber = new Map<number, FieldDecl>();
  let suggested: number | undefined;
  const free = (): number => (suggested ??= freeNumber(message));
  for (const field of message.fields) {
    const reserved = message.reservedNames.find(({ text }) => text === field.name.text);
    if (reserved !== undefined) {
      const related = [{ message: 'reserved here', place: reserved.origin }];
      diagnostics.push(
        diagnose('WM1035', field.name.origin, { name: field.name.text, scope: message.name.text, related }),
      );
    }
    if (field.number !== undefined) diagnostics.push(...checkNumber(field, field.number, { message, byNumber, free }));
  }
  return diagnostics;
}

/** Numbers of extensions, as far as they do not depend on what is extended: that may be a message set, with higher ones. */
export function checkExtensions(fields: readonly FieldDecl[]): Diagnostic[] {
  return fields.flatMap(({ number }) => {
    if (number === undefined) return [];
    const { value, origin } = number;
    if (value <= 0) return [diagnose('WM1039', origin, { problem: `${value} is not positive` })];
    if (!includes(protobufsOwn, value)) return [];
    const problem = `protobuf keeps ${protobufsOwn.start} to ${protobufsOwn.end} for itself`;
    return [diagnose('WM1039', origin, { problem })];
  });
}

function checkNumber(
  field: FieldDecl,
  number: NumberDecl,
  known: { readonly message: MessageDecl; readonly byNumber: Map<number, FieldDecl>; readonly free: () => number },
): Diagnostic[] {
  const { message, byNumber, free } = known;
  const { value, origin } = number;
  if (value <= 0) return [diagnose('WM1030', origin, { number: value, free: free() })];
  if (value > maxFieldNumber) return [diagnose('WM1032', origin, { number: value, max: maxFieldNumber, free: free() })];
  const diagnostics: Diagnostic[] = [];
  if (includes(protobufsOwn, value)) {
    diagnostics.push(diagnose('WM1031', origin, { number: value, ...protobufsOwn, free: free() }));
  }
  const first = byNumber.get(value);
  if (first !== undefined) {
    const related = [{ message: `the field "${first.name.text}"`, place: first.number!.origin }];
    const details = { number: value, other: first.name.text, scope: message.name.text, free: free(), related };
    diagnostics.push(diagnose('WM1033', origin, details));
  } else byNumber.set(value, field);
  const reserved = message.reservedRanges.find((range) => includes(range, value));
  if (reserved !== undefined) {
    const related = [{ message: 'reserved here', place: reserved.origin }];
    diagnostics.push(diagnose('WM1034', origin, { number: value, scope: message.name.text, free: free(), related }));
  }
  const extensions = message.extensionRanges.find((range) => includes(range, value));
  if (extensions !== undefined) {
    const related = [{ message: 'the extension range', place: extensions.origin }];
    diagnostics.push(diagnose('WM1036', origin, { number: value, scope: message.name.text, free: free(), related }));
  }
  return diagnostics;
}

/** The lowest number above all that the message uses that it may still use; else the lowest at all. */
export function freeNumber(message: MessageDecl): number {
  const used = new Set(message.fields.map((field) => field.number?.value));
  const taken = [...message.reservedRanges, ...message.extensionRanges, protobufsOwn];
  const usable = (value: number): boolean => !used.has(value) && !taken.some((range) => includes(range, value));
  const legal = [...used].filter((value) => value !== undefined && value > 0 && value < protobufsOwn.start);
  const next = legal.reduce<number>((highest, value) => Math.max(highest, value!), 0) + 1;
  for (const from of [next, 1]) {
    // Ranges are jumped over, so the search is as long as the list of what is taken, not as the numbers are many.
    for (let value = from; value <= maxFieldNumber;) {
      if (usable(value)) return value;
      const range = taken.find((each) => includes(each, value));
      value = range === undefined ? value + 1 : range.end === 'max' ? maxFieldNumber + 1 : range.end + 1;
    }
  }
  return next;
}

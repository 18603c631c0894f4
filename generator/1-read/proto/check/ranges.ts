/** Extension ranges, reserved ranges and reserved names of messages and enums. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { EnumDecl, MessageDecl, ProtoSource, RangeDecl, ReservedNameDecl } from '../../../ir/proto-source.ts';
import type { SyntaxName } from '../../../ir/protocol.ts';
import { isOptionTrue } from './flags.ts';
import { int32, maxFieldNumber, maxMessageSetNumber, overlap, rangeText, type Range } from './numbers.ts';

export function checkRanges(message: MessageDecl, source: ProtoSource): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [first] = message.extensionRanges;
  if (first !== undefined && source.syntax === 'proto3') diagnostics.push(diagnose('WM1051', first.origin, {}));
  const extensionMax = isOptionTrue(message.options, 'message_set_wire_format') ? maxMessageSetNumber : maxFieldNumber;
  diagnostics.push(
    ...message.extensionRanges.flatMap((range) => bounds(range, { start: 1, end: extensionMax })),
    // protoc lets a reserved range end anywhere in int32.
    ...message.reservedRanges.flatMap((range) => bounds(range, { start: 1, end: int32.end })),
    ...overlaps([...message.extensionRanges, ...message.reservedRanges]),
    ...checkReservedNames(message, source.syntax),
  );
  return diagnostics;
}

export function checkEnumRanges(decl: EnumDecl, source: ProtoSource): Diagnostic[] {
  return [
    ...decl.reservedRanges.flatMap((range) => bounds(range, int32)),
    ...overlaps(decl.reservedRanges),
    ...checkReservedNames(decl, source.syntax),
  ];
}

function bounds(range: RangeDecl, legal: { readonly start: number; readonly end: number }): Diagnostic[] {
  const details = { range: rangeText(range) };
  if (range.end !== 'max' && range.end < range.start) return [diagnose('WM1052', range.origin, details)];
  const end = range.end === 'max' ? legal.end : range.end;
  if (range.start >= legal.start && end <= legal.end && range.start <= legal.end) return [];
  return [diagnose('WM1053', range.origin, { ...details, ...legal })];
}

/** Each range that overlaps an earlier one is reported once. */
function overlaps(ranges: readonly RangeDecl[]): Diagnostic[] {
  // Sorted by start, only the furthest end so far can reach into the next.
  const sorted = [...ranges].filter(isOrdered).sort((a, b) => a.start - b.start);
  const diagnostics: Diagnostic[] = [];
  let furthest: RangeDecl | undefined;
  for (const range of sorted) {
    if (furthest !== undefined && overlap(furthest, range)) {
      const [first, second] = isBefore(furthest, range) ? [furthest, range] : [range, furthest];
      const related = [{ message: `the range ${rangeText(first)}`, place: first.origin }];
      const details = { range: rangeText(second), other: rangeText(first), related };
      diagnostics.push(diagnose('WM1054', second.origin, details));
    }
    if (furthest === undefined || reaches(range) > reaches(furthest)) furthest = range;
  }
  return diagnostics;
}

function isOrdered({ start, end }: Range): boolean {
  return end === 'max' || end >= start;
}

function reaches({ end }: Range): number {
  return end === 'max' ? Infinity : end;
}

function isBefore(a: RangeDecl, b: RangeDecl): boolean {
  return a.origin.line - b.origin.line < 0 || (a.origin.line === b.origin.line && a.origin.column <= b.origin.column);
}

function checkReservedNames(
  holder: { readonly name: { readonly text: string }; readonly reservedNames: readonly ReservedNameDecl[] },
  syntax: SyntaxName,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, ReservedNameDecl>();
  const editions = syntax === '2023' || syntax === '2024';
  for (const name of holder.reservedNames) {
    if (name.quoted === editions) {
      const wanted = editions ? name.text : `"${name.text}"`;
      diagnostics.push(diagnose(editions ? 'WM1056' : 'WM1055', name.origin, { name: wanted, syntax }));
    } else if (name.quoted && !/^[A-Za-z_]\w*$/.test(name.text)) {
      diagnostics.push(diagnose('WM1058', name.origin, { name: name.text }));
    }
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, name);
    else {
      const related = [{ message: 'the first time', place: first.origin }];
      diagnostics.push(diagnose('WM1057', name.origin, { name: name.text, scope: holder.name.text, related }));
    }
  }
  return diagnostics;
}

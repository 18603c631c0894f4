/** Values of an enum. Rules: protobuf.dev/programming-guides/proto3#enum. */
import { diagnose, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { EnumDecl, EnumValueDecl, ProtoSource } from '../../../ir/proto-source.ts';
import { isOptionTrue, optionOf } from './flags.ts';
import { includes, int32 } from './numbers.ts';
import { checkEnumRanges } from './ranges.ts';

export function checkEnum(decl: EnumDecl, source: ProtoSource): Diagnostic[] {
  const diagnostics = checkEnumRanges(decl, source);
  if (decl.values.length === 0 && source.brokenWords === undefined) {
    diagnostics.push(diagnose('WM1060', decl.name.origin, { name: decl.name.text }));
  }
  const aliases = isOptionTrue(decl.options, 'allow_alias');
  const byNumber = new Map<number, EnumValueDecl>();
  let shared = false;
  for (const value of decl.values) {
    diagnostics.push(...checkReserved(value, decl));
    if (value.number === undefined) continue;
    const { value: number, origin } = value.number;
    if (!includes(int32, number)) {
      diagnostics.push(diagnose('WM1061', origin, { number, ...int32 }));
      continue;
    }
    const first = byNumber.get(number);
    if (first === undefined) {
      byNumber.set(number, value);
      continue;
    }
    shared = true;
    if (aliases) continue;
    const related = [{ message: `the value "${first.name.text}"`, place: first.number!.origin }];
    const details = { number, name: value.name.text, other: first.name.text, related };
    diagnostics.push(diagnose('WM1062', origin, details));
  }
  const option = optionOf(decl.options, 'allow_alias');
  if (aliases && !shared && source.brokenWords === undefined) {
    diagnostics.push(diagnose('WM1063', option!.origin, { name: decl.name.text }));
  }
  return diagnostics;
}

function checkReserved(value: EnumValueDecl, decl: EnumDecl): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const scope = decl.name.text;
  const name = decl.reservedNames.find(({ text }) => text === value.name.text);
  if (name !== undefined) {
    const related = [{ message: 'reserved here', place: name.origin }];
    diagnostics.push(diagnose('WM1064', value.name.origin, { name: value.name.text, scope, related }));
  }
  const { number } = value;
  const range = number === undefined ? undefined : decl.reservedRanges.find((each) => includes(each, number.value));
  if (range !== undefined) {
    const related = [{ message: 'reserved here', place: range.origin }];
    diagnostics.push(diagnose('WM1065', number!.origin, { number: number!.value, scope, related }));
  }
  return diagnostics;
}

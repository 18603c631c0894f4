/** What an enum may not be, once its features are known. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { EnumDecl, EnumValueDecl } from '../../ir/proto-source.ts';
import { optionNamed } from './defaults.ts';

interface Known {
  readonly open: boolean;
  readonly diagnostics: Diagnostic[];
}

export function checkEnum(decl: EnumDecl, known: Known): void {
  const first = decl.values[0];
  // protobuf.dev/programming-guides/proto3#enum: the default of an open enum is its first value, which is 0.
  if (known.open && first?.number !== undefined && first.number.value !== 0) {
    const zero = decl.values.find((value) => value.number?.value === 0);
    const suggestion =
      zero === undefined ? 'Put a value for 0 first, such as one for "unspecified".' : `Move "${zero.name.text}" up.`;
    known.diagnostics.push(diagnose('WM2046', first.number.origin, { name: decl.name.text, suggestion }));
  }
  checkShortNames(decl, known);
}

/** Languages drop the enum's name from its values' and their underscores; what is left must still differ. */
function checkShortNames(decl: EnumDecl, known: Known): void {
  const legacy = optionNamed(decl.options, 'deprecated_legacy_json_field_conflicts')?.value;
  if (legacy?.kind === 'word' && legacy.text === 'true') return;
  const seen = new Map<string, EnumValueDecl>();
  for (const value of decl.values) {
    const short = shortName(decl.name.text, value.name.text);
    const first = seen.get(short);
    if (first === undefined) {
      seen.set(short, value);
      continue;
    }
    if (first.name.text === value.name.text || first.number?.value === value.number?.value) continue;
    const related = [{ message: `the value "${first.name.text}"`, place: first.name.origin }];
    const details = { name: value.name.text, other: first.name.text, related };
    known.diagnostics.push(diagnose('WM2062', value.name.origin, details));
  }
}

function shortName(enumName: string, valueName: string): string {
  const prefix = enumName.replaceAll('_', '').toLowerCase();
  let rest = valueName;
  let matched = 0;
  for (let at = 0; at < valueName.length && matched < prefix.length; at++) {
    if (valueName[at] === '_') continue;
    if (valueName[at]!.toLowerCase() !== prefix[matched]) break;
    matched++;
    if (matched === prefix.length) rest = valueName.slice(at + 1).replace(/^_+/, '');
  }
  // UpperCamelCase: the underscores say where words begin, so they are not merely dropped.
  return (rest === '' ? valueName : rest)
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

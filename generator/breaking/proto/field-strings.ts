/** Rules for how languages hold a field: C++ strings, UTF-8 checks, JavaScript's 64-bit integers. */
import type { Field, OptionValues } from '../../ir/protocol.ts';
import { scalars } from '../../ir/scalar.ts';
import type { Check } from '../change.ts';
import { featureOf } from '../features.ts';
import { fileOf, isEntryPart, pairedFields, type Side } from '../sides.ts';
import { describeField } from './describe.ts';
import { kindOf } from './field-kinds.ts';

type Aspect = (field: Field, side: Side) => string;

const aspects = [
  {
    rule: 'FIELD_SAME_CPP_STRING_TYPE',
    aspect: 'C++ string type',
    applies: (field: Field) => ['string', 'bytes'].includes(kindOf(field)),
    of: cppStringType,
    // Pieces became plain strings everywhere, which is what those who asked for them have got since.
    allowed: (was: string, is: string) => was === 'STRING_PIECE' && is === 'STRING',
    entries: false,
  },
  {
    rule: 'FIELD_SAME_JAVA_UTF8_VALIDATION',
    aspect: 'UTF-8 validation in Java',
    applies: (field: Field) => kindOf(field) === 'string',
    of: javaValidation,
    allowed: () => false,
    entries: true,
  },
  {
    rule: 'FIELD_SAME_UTF8_VALIDATION',
    aspect: 'UTF-8 validation',
    applies: (field: Field) => kindOf(field) === 'string',
    of: validation,
    allowed: () => false,
    entries: true,
  },
  {
    rule: 'FIELD_SAME_JSTYPE',
    aspect: 'jstype',
    applies: (field: Field) => {
      const kind = kindOf(field);
      return kind in scalars && scalars[kind as keyof typeof scalars].kind === 'int64';
    },
    of: (field: Field) => String(field.options['jstype'] ?? 'JS_NORMAL'),
    allowed: () => false,
    entries: true,
  },
] as const satisfies readonly { readonly of: Aspect; readonly [key: string]: unknown }[];

export const checkStrings: Check = (sides, report) => {
  for (const { before, after } of pairedFields(sides)) {
    const generated = isEntryPart(before, sides.before) && isEntryPart(after, sides.after);
    for (const { rule, aspect, applies, of, allowed, entries } of aspects) {
      if ((generated && !entries) || !applies(before) || !applies(after)) continue;
      const [was, is] = [of(before, sides.before), of(after, sides.after)];
      if (was === is || allowed(was, is)) continue;
      const at = { before: before.origin, after: after.origin };
      report([rule], at, { what: describeField(after), aspect, before: was, after: is });
    }
  }
};

const optionsAround = (field: Field, side: Side): readonly OptionValues[] => [
  field.options,
  fileOf(field, side)?.options ?? {},
];

function cppStringType(field: Field, side: Side): string {
  const edition2024 = fileOf(field, side)?.syntax === '2024';
  const ctype = edition2024 ? undefined : field.options['ctype'];
  if (typeof ctype === 'string') return ctype;
  return featureOf(optionsAround(field, side), 'string_type', 'pb.cpp') ?? (edition2024 ? 'VIEW' : 'STRING');
}

function validation(field: Field): string {
  return field.verifyUtf8 ? 'VERIFY' : 'NONE';
}

function javaValidation(field: Field, side: Side): string {
  const given = fileOf(field, side)?.options['java_string_check_utf8'];
  const feature = featureOf(optionsAround(field, side), 'utf8_validation', 'pb.java');
  return given === true || (given === undefined && feature === 'VERIFY') ? 'VERIFY' : validation(field);
}

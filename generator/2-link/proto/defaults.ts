/** `default` and `json_name`: options that the language itself reads. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { FieldDecl, OptionDecl, OptionValueDecl } from '../../ir/proto-source.ts';
import type { Field } from '../../ir/protocol.ts';
import { scalars, type Scalar } from '../../ir/scalar.ts';
import { describe, floatOf, integerOf } from './option-values.ts';
import { isRepeated, type FieldType } from './types.ts';

export function optionNamed(options: readonly OptionDecl[], name: string): OptionDecl | undefined {
  return options.find(
    (option) => option.name.length === 1 && !option.name[0]!.extension && option.name[0]!.text === name,
  );
}

/** Declared default, typed as `Field.default` says; undefined when there is none, or when it is faulty and reported. */
export function defaultOf(decl: FieldDecl, type: FieldType, diagnostics: Diagnostic[]): Field['default'] {
  const option = optionNamed(decl.options, 'default');
  if (option === undefined) return undefined;
  if (type.kind === 'message' || isRepeated(decl)) {
    const what = type.kind === 'message' ? 'a message field' : 'a repeated field';
    diagnostics.push(diagnose('WM2041', option.origin, { what }));
    return undefined;
  }
  const { value } = option;
  if (type.kind === 'enum') {
    const { values } = type.symbol.decl;
    const member = value.kind === 'word' ? values.find(({ name }) => name.text === value.text) : undefined;
    if (member !== undefined) return member.number?.value;
    const names = values.map(({ name }) => name.text);
    const suggestion = value.kind === 'word' ? suggest(value.text, names) : suggest('', names);
    const details = { expected: `a value of the enum ${type.symbol.fullName}`, found: describe(value), suggestion };
    diagnostics.push(diagnose('WM2042', value.origin, details));
    return undefined;
  }
  const read = scalarDefault(value, type.scalar);
  if (read !== undefined) return read;
  const details = {
    expected: expectations[scalars[type.scalar].kind](type.scalar),
    found: describe(value),
    suggestion: '',
  };
  diagnostics.push(diagnose('WM2042', value.origin, details));
  return undefined;
}

const expectations: Readonly<Record<(typeof scalars)[Scalar]['kind'], (scalar: Scalar) => string>> = {
  bool: () => 'true or false',
  string: () => 'a quoted string',
  bytes: () => 'a quoted string',
  float: () => 'a number',
  int: (scalar) => `an integer that fits ${scalar}`,
  int64: (scalar) => `an integer that fits ${scalar}`,
};

function scalarDefault(value: OptionValueDecl, scalar: Scalar): Field['default'] {
  const { kind } = scalars[scalar];
  switch (kind) {
    case 'bool':
      return value.kind === 'word' && /^(?:true|false)$/.test(value.text) ? value.text === 'true' : undefined;
    case 'string':
      return value.kind === 'string' ? value.text : undefined;
    case 'bytes':
      return value.kind === 'string' ? value.bytes : undefined;
    case 'float': {
      // Infinity has one spelling here, unlike in text format.
      const number = value.kind === 'word' && !/^(?:inf|nan)$/.test(value.text) ? undefined : floatOf(value);
      return number === undefined || scalar === 'double' ? number : Math.fround(number);
    }
    case 'int': {
      const number = integerOf(value, scalar);
      return number === undefined ? undefined : Number(number);
    }
    case 'int64':
      return integerOf(value, scalar);
    default:
      return kind satisfies never;
  }
}

/** The JSON name that protobuf derives: underscores go, and the letter after each is upper case. */
export function derivedJsonName(name: string): string {
  return name.replace(/_+(.?)/g, (_, letter: string) => letter.toUpperCase());
}

/** `json_name` as given; undefined when not given, or when faulty and reported. */
export function givenJsonName(decl: FieldDecl, extension: boolean, diagnostics: Diagnostic[]): string | undefined {
  const option = optionNamed(decl.options, 'json_name');
  if (option === undefined) return undefined;
  const { value } = option;
  const problem = extension
    ? 'extensions have none'
    : value.kind !== 'string'
      ? 'it is a quoted string'
      : value.text.includes('\0')
        ? 'it has a null character'
        : /^\[.*\]$/s.test(value.text)
          ? 'names in brackets stand for extensions'
          : undefined;
  if (problem !== undefined) {
    diagnostics.push(diagnose('WM2043', value.origin, { problem }));
    return undefined;
  }
  return value.kind === 'string' ? value.text : undefined;
}

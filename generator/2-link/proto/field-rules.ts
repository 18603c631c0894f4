/** What a field may not be, once its type and its features are known. Rules: protobuf.dev/editions/features and protoc. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { FieldDecl, OptionDecl } from '../../ir/proto-source.ts';
import type { Presence, SyntaxName } from '../../ir/protocol.ts';
import { scalars } from '../../ir/scalar.ts';
import { optionNamed } from './defaults.ts';
import { featuresOfEnum } from './enums.ts';
import { hasEditions, ownFeatures } from './features.ts';
import { isRepeated, type FieldType } from './types.ts';

interface Known {
  readonly syntax: SyntaxName;
  readonly type: FieldType;
  readonly presence: Presence;
  readonly extension: boolean;
  readonly diagnostics: Diagnostic[];
}

export function checkField(decl: FieldDecl, known: Known): void {
  checkOptions(decl, known);
  checkFeatures(decl, known);
  checkEnumType(decl, known);
}

function checkOptions(decl: FieldDecl, known: Known): void {
  const { diagnostics, syntax, type } = known;
  const packed = optionNamed(decl.options, 'packed');
  if (packed !== undefined && hasEditions(syntax)) {
    diagnostics.push(misplaced(packed, 'in an edition', 'Use features.repeated_field_encoding.'));
  } else if (packed !== undefined && isTrue(packed) && !isPackableList(decl, type)) {
    diagnostics.push(misplaced(packed, `on a field that is not ${packableList}`, 'Remove it.'));
  }
  const declared = optionNamed(decl.options, 'default');
  if (declared !== undefined && known.presence === 'implicit' && !isRepeated(decl) && type.kind !== 'message') {
    const why = syntax === 'proto3' ? 'in proto3' : 'on a field of implicit presence';
    diagnostics.push(misplaced(declared, why, 'Remove it; such a field has the default of its type.'));
  } else if (declared !== undefined && syntax === 'proto3' && type.kind !== 'message' && !isRepeated(decl)) {
    diagnostics.push(misplaced(declared, 'in proto3', 'Remove it; a proto3 field has the default of its type.'));
  }
  const jstype = optionNamed(decl.options, 'jstype');
  const wide = type.kind === 'scalar' && scalars[type.scalar].kind === 'int64';
  const plain = jstype?.value.kind === 'word' && jstype.value.text === 'JS_NORMAL';
  if (jstype !== undefined && !plain && (!wide || decl.mapKey !== undefined)) {
    diagnostics.push(misplaced(jstype, 'on a field that is not a 64-bit integer', 'Remove it.'));
  }
  for (const name of ['lazy', 'unverified_lazy']) {
    const lazy = optionNamed(decl.options, name);
    if (lazy === undefined || !isTrue(lazy) || (type.kind === 'message' && decl.mapKey === undefined)) continue;
    diagnostics.push(misplaced(lazy, 'on a field that is not a message', 'Remove it.'));
  }
}

const packableList = 'a list of numbers, bools or enum values';

/** A feature that was set on a field itself must have something to act on. */
function checkFeatures(decl: FieldDecl, known: Known): void {
  const { diagnostics, type } = known;
  for (const { option, name, value } of ownFeatures(decl.options)) {
    const problem = faultOfFeature(name, value, decl, { type, extension: known.extension });
    if (problem !== undefined) diagnostics.push(misplaced(option, problem, 'Remove it.', `features.${name}`));
  }
}

function faultOfFeature(
  name: string,
  value: string,
  decl: FieldDecl,
  known: { readonly type: FieldType; readonly extension: boolean },
): string | undefined {
  const { type } = known;
  switch (name) {
    case 'field_presence':
      if (isRepeated(decl)) return 'on a repeated field';
      if (decl.oneof !== undefined) return 'on a member of a oneof';
      if (known.extension) return 'on an extension';
      return type.kind === 'message' && value === 'IMPLICIT' ? 'on a message field, which has presence' : undefined;
    case 'repeated_field_encoding':
      if (!isRepeated(decl) || decl.mapKey !== undefined) return 'on a field that is not repeated';
      return value === 'PACKED' && !isPackableList(decl, type) ? `on a field that is not ${packableList}` : undefined;
    case 'utf8_validation': {
      const strings = (type.kind === 'scalar' && type.scalar === 'string') || decl.mapKey?.text === 'string';
      return strings ? undefined : 'on a field that holds no strings';
    }
    case 'message_encoding':
      return type.kind !== 'message' || decl.mapKey !== undefined ? 'on a field that is not a message' : undefined;
    default:
      return undefined;
  }
}

/** The default of an implicit field, and of a value missing from its map entry, is 0, which a closed enum need not have. */
function checkEnumType(decl: FieldDecl, known: Known): void {
  const { type } = known;
  if (type.kind === 'enum' && decl.mapKey !== undefined) {
    const first = type.symbol.decl.values[0]?.number?.value;
    if (first === undefined || first === 0) return;
    const related = [{ message: 'the enum', place: type.symbol.name.origin }];
    known.diagnostics.push(diagnose('WM2048', decl.type.origin, { name: type.symbol.fullName, related }));
    return;
  }
  if (type.kind !== 'enum' || known.presence !== 'implicit' || isRepeated(decl)) return;
  if (featuresOfEnum(type.symbol).enum_type === 'OPEN') return;
  const related = [{ message: 'the closed enum', place: type.symbol.name.origin }];
  known.diagnostics.push(diagnose('WM2045', decl.type.origin, { name: type.symbol.fullName, related }));
}

function misplaced(option: OptionDecl, where: string, suggestion: string, name = option.name[0]!.text): Diagnostic {
  return diagnose('WM2040', option.origin, { name, where, suggestion });
}

function isTrue(option: OptionDecl): boolean {
  return option.value.kind === 'word' && option.value.text === 'true';
}

function isPackableList(decl: FieldDecl, type: FieldType): boolean {
  if (!isRepeated(decl) || decl.mapKey !== undefined) return false;
  return type.kind === 'enum' || (type.kind === 'scalar' && scalars[type.scalar].packable);
}

/** Fields and extensions: type, presence, encoding, JSON name and default, from declaration and features. */
import type { FieldDecl, NameDecl } from '../../ir/proto-source.ts';
import type { Field, FieldShape, Presence, ValueType } from '../../ir/protocol.ts';
import { scalars, type Scalar } from '../../ir/scalar.ts';
import { int64At, type ScopeContext } from './context.ts';
import { defaultOf, derivedJsonName, givenJsonName, optionNamed } from './defaults.ts';
import { featuresOf, type Features } from './features.ts';
import { checkField } from './field-rules.ts';
import { featuresOfEnum } from './enums.ts';
import { checkName } from './naming-style.ts';
import { scoped } from './symbols.ts';
import { isRepeated, typeOf, type FieldType } from './types.ts';

export interface FieldRequest {
  readonly context: ScopeContext;
  /** Features of the oneof that it stands in, or of the scope. */
  readonly features: Features;
  /** Set for an extension: the full name of what it extends; `''` when that is unknown. */
  readonly extendee: string | undefined;
}

/** A field, or undefined when its type or number is unknown, which has been reported. */
export function linkField(decl: FieldDecl, request: FieldRequest): Field | undefined {
  const { context } = request;
  const { source, resolver, diagnostics, scope } = context;
  const features = featuresOfField(decl, request);
  if (!decl.group) checkName('field', decl.name, { features, diagnostics });
  const type = typeOf(decl.type, (name) =>
    decl.group ? resolver.type(groupType(name, scope), scope) : resolver.type(name, scope),
  );
  const fullName = scoped(scope, decl.name.text);
  const extension = request.extendee !== undefined;
  const given = givenJsonName(decl, extension, diagnostics);
  const options = context.options.link(decl.options, { target: 'field', scope });
  if (type === undefined) return undefined;
  const presence = presenceOf(decl, { type, features, extension });
  checkField(decl, { syntax: source.syntax, type, presence, extension, diagnostics });
  const declaredDefault = defaultOf(decl, type, diagnostics);
  if (decl.number === undefined) return undefined;
  return {
    kind: 'field',
    name: decl.name.text,
    fullName,
    number: decl.number.value,
    jsonName: extension ? `[${fullName}]` : (given ?? derivedJsonName(decl.name.text)),
    shape: shapeOf(decl, type),
    presence,
    packed: isPacked(decl, type, features),
    delimited: type.kind === 'message' && decl.mapKey === undefined && features.message_encoding === 'DELIMITED',
    verifyUtf8: features.utf8_validation === 'VERIFY',
    default: presence === 'implicit' ? undefined : declaredDefault,
    oneof: decl.oneof,
    int64: int64At(context, fullName),
    extendee: request.extendee,
    options,
    deprecated: options['deprecated'] === true,
    comment: decl.comment,
    origin: decl.name.origin,
  };
}

/** The message of a group stands beside the field, so nothing nearer can hide it. */
function groupType(name: NameDecl, scope: string): NameDecl {
  return { ...name, text: `.${scoped(scope, name.text)}` };
}

/** What proto2 and proto3 say by label, by `packed` and by `group`, said as features. */
function featuresOfField(decl: FieldDecl, request: FieldRequest): Features {
  const { source, diagnostics } = request.context;
  const { syntax } = source;
  let features = featuresOf({ syntax, target: 'field', options: decl.options, parent: request.features }, diagnostics);
  if (decl.label?.text === 'required') features = { ...features, field_presence: 'LEGACY_REQUIRED' };
  if (decl.label?.text === 'optional') features = { ...features, field_presence: 'EXPLICIT' };
  if (decl.group) features = { ...features, message_encoding: 'DELIMITED' };
  const packed = optionNamed(decl.options, 'packed')?.value;
  if (packed?.kind === 'word') {
    features = { ...features, repeated_field_encoding: packed.text === 'true' ? 'PACKED' : 'EXPANDED' };
  }
  return features;
}

function presenceOf(
  decl: FieldDecl,
  known: { readonly type: FieldType; readonly features: Features; readonly extension: boolean },
): Presence {
  if (isRepeated(decl)) return 'implicit';
  if (decl.oneof !== undefined) return 'explicit';
  const { field_presence: presence } = known.features;
  if (presence === 'LEGACY_REQUIRED' && !known.extension) return 'required';
  if (known.type.kind === 'message' || known.extension) return 'explicit';
  return presence === 'IMPLICIT' ? 'implicit' : 'explicit';
}

/** May its values stand packed? Rule: every scalar but string and bytes, and enums. */
export function isPackable(type: FieldType): boolean {
  return type.kind === 'enum' || (type.kind === 'scalar' && scalars[type.scalar].packable);
}

function isPacked(decl: FieldDecl, type: FieldType, features: Features): boolean {
  const list = isRepeated(decl) && decl.mapKey === undefined;
  return list && isPackable(type) && features.repeated_field_encoding === 'PACKED';
}

function shapeOf(decl: FieldDecl, type: FieldType): FieldShape {
  const value = valueTypeOf(type);
  if (decl.mapKey !== undefined) return { kind: 'map', key: decl.mapKey.text as Scalar, type: value };
  return { kind: decl.label?.text === 'repeated' ? 'list' : 'singular', type: value };
}

function valueTypeOf(type: FieldType): ValueType {
  switch (type.kind) {
    case 'scalar':
      return { kind: 'scalar', scalar: type.scalar };
    case 'message':
      return { kind: 'message', fullName: type.symbol.fullName };
    case 'enum':
      return { kind: 'enum', fullName: type.symbol.fullName, open: featuresOfEnum(type.symbol).enum_type === 'OPEN' };
    default:
      return type satisfies never;
  }
}

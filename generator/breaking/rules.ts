/** Every rule of `breaking`, in one table: which sets it belongs to and what it breaks. Messages stand in the catalogue. */
import type { breakingProtoEntries } from '../../diagnostics/catalogue/breaking-proto.ts';
import type { breakingSpecEntries } from '../../diagnostics/catalogue/breaking-spec.ts';

type ProtoRule = keyof typeof breakingProtoEntries;
type SpecRule = keyof typeof breakingSpecEntries;
export type RuleId = ProtoRule | SpecRule;

/** What stops working: bytes on the wire, ProtoJSON, code written against generated code, events and the types they carry. */
export type Category = 'WIRE' | 'JSON' | 'SOURCE' | 'EVENT';

/**
 * Sets of rules to choose from. The first four are buf's: FILE keeps source code working that includes files one by one,
 * PACKAGE source code in which a declaration may move within its package, WIRE_JSON and WIRE only what travels.
 */
export const ruleSets = ['FILE', 'PACKAGE', 'WIRE_JSON', 'WIRE', 'EVENT'] as const;
export type RuleSet = (typeof ruleSets)[number];

/** The release a change asks for under semantic versioning. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

export interface RuleFacts {
  readonly sets: readonly RuleSet[];
  readonly breaks: readonly Category[];
  readonly bump: Extract<Bump, 'major' | 'minor'>;
}

const facts = (
  sets: readonly RuleSet[],
  breaks: readonly Category[],
  bump: RuleFacts['bump'] = 'major',
): RuleFacts => ({
  sets,
  breaks,
  bump,
});

const file = facts(['FILE'], ['SOURCE']);
const inPackage = facts(['PACKAGE'], ['SOURCE']);
const source = facts(['FILE', 'PACKAGE'], ['SOURCE']);
const json = facts(['WIRE_JSON'], ['JSON']);
const sourceAndJson = facts(['FILE', 'PACKAGE', 'WIRE_JSON'], ['JSON', 'SOURCE']);
const wire = facts(['WIRE'], ['WIRE']);
const jsonAndWire = facts(['WIRE_JSON', 'WIRE'], ['WIRE', 'JSON']);
const all = facts(['FILE', 'PACKAGE', 'WIRE_JSON', 'WIRE'], ['WIRE', 'JSON', 'SOURCE']);

const protoRules: Readonly<Record<ProtoRule, RuleFacts>> = {
  FILE_NO_DELETE: file,
  ENUM_NO_DELETE: file,
  EXTENSION_NO_DELETE: file,
  MESSAGE_NO_DELETE: file,
  SERVICE_NO_DELETE: file,
  PACKAGE_NO_DELETE: inPackage,
  PACKAGE_ENUM_NO_DELETE: inPackage,
  PACKAGE_EXTENSION_NO_DELETE: inPackage,
  PACKAGE_MESSAGE_NO_DELETE: inPackage,
  PACKAGE_SERVICE_NO_DELETE: inPackage,
  ONEOF_NO_DELETE: source,
  RPC_NO_DELETE: source,

  FIELD_NO_DELETE: source,
  FIELD_NO_DELETE_UNLESS_NAME_RESERVED: json,
  FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED: jsonAndWire,
  ENUM_VALUE_NO_DELETE: source,
  ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED: json,
  ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED: jsonAndWire,
  ENUM_VALUE_SAME_NAME: sourceAndJson,
  ENUM_SAME_TYPE: source,
  ENUM_SAME_JSON_FORMAT: sourceAndJson,
  MESSAGE_SAME_JSON_FORMAT: sourceAndJson,
  EXTENSION_MESSAGE_NO_DELETE: source,
  MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR: source,
  MESSAGE_SAME_REQUIRED_FIELDS: all,
  RESERVED_ENUM_NO_DELETE: all,
  RESERVED_MESSAGE_NO_DELETE: all,

  FIELD_SAME_NAME: sourceAndJson,
  FIELD_SAME_JSON_NAME: sourceAndJson,
  FIELD_SAME_TYPE: source,
  FIELD_WIRE_JSON_COMPATIBLE_TYPE: json,
  FIELD_WIRE_COMPATIBLE_TYPE: wire,
  FIELD_SAME_CARDINALITY: source,
  FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY: json,
  FIELD_WIRE_COMPATIBLE_CARDINALITY: wire,
  FIELD_SAME_CPP_STRING_TYPE: source,
  FIELD_SAME_JAVA_UTF8_VALIDATION: source,
  FIELD_SAME_UTF8_VALIDATION: source,
  FIELD_SAME_JSTYPE: source,
  FIELD_SAME_DEFAULT: all,
  FIELD_SAME_ONEOF: all,
  FIELD_SAME_INT64_SURFACE: source,

  RPC_SAME_CLIENT_STREAMING: all,
  RPC_SAME_SERVER_STREAMING: all,
  RPC_SAME_IDEMPOTENCY_LEVEL: all,
  RPC_SAME_REQUEST_TYPE: all,
  RPC_SAME_RESPONSE_TYPE: all,

  FILE_SAME_PACKAGE: all,
  FILE_SAME_SYNTAX: source,
  FILE_SAME_CC_ENABLE_ARENAS: source,
  FILE_SAME_CC_GENERIC_SERVICES: source,
  FILE_SAME_CSHARP_NAMESPACE: source,
  FILE_SAME_GO_PACKAGE: source,
  FILE_SAME_JAVA_GENERIC_SERVICES: source,
  FILE_SAME_JAVA_MULTIPLE_FILES: source,
  FILE_SAME_JAVA_OUTER_CLASSNAME: source,
  FILE_SAME_JAVA_PACKAGE: source,
  FILE_SAME_OBJC_CLASS_PREFIX: source,
  FILE_SAME_OPTIMIZE_FOR: source,
  FILE_SAME_PHP_CLASS_PREFIX: source,
  FILE_SAME_PHP_METADATA_NAMESPACE: source,
  FILE_SAME_PHP_NAMESPACE: source,
  FILE_SAME_PY_GENERIC_SERVICES: source,
  FILE_SAME_RUBY_PACKAGE: source,
  FILE_SAME_SWIFT_PREFIX: source,
};

/** What travels changed: receivers and code written against the types are both hit. */
const event = facts(['EVENT'], ['EVENT', 'SOURCE']);
/** What travels changed in a way that types do not show. */
const travels = facts(['EVENT'], ['EVENT']);
/** Only generated code changed. */
const code = facts(['EVENT'], ['SOURCE']);
/** Only names that people read changed. */
const readable = facts(['EVENT'], ['SOURCE'], 'minor');

const specRules: Readonly<Record<SpecRule, RuleFacts>> = {
  SPEC_NO_DELETE: event,
  BINDING_NO_DELETE: event,
  BINDING_SAME_FRAME: travels,

  EVENT_NO_DELETE: event,
  EVENT_SAME_NAME: event,
  EVENT_SAME_DIRECTION: event,
  ARGUMENT_NO_DELETE: event,
  ARGUMENT_NO_ADD: event,
  ARGUMENT_SAME_NAME: readable,
  ARGUMENT_SAME_TYPE: event,
  ARGUMENT_NO_NARROW: event,
  ARGUMENT_NO_WIDEN: event,
  ARGUMENT_SAME_PRESENCE: event,
  ARGUMENT_SAME_INT64: event,
  ARGUMENT_SAME_INT64_SURFACE: code,
  CALLBACK_NO_DELETE: code,

  TYPE_NO_DELETE: code,
  TYPE_SAME_KIND: event,
  TYPE_NO_CLOSE: event,
  ALIAS_SAME_TYPE: event,
  ALIAS_NO_NARROW: event,
  ALIAS_NO_WIDEN: event,
  TYPE_FIELD_NO_DELETE: event,
  TYPE_FIELD_SAME_NAME: event,
  TYPE_FIELD_NO_ADD_REQUIRED: event,
  TYPE_FIELD_SAME_TYPE: event,
  TYPE_FIELD_NO_NARROW: event,
  TYPE_FIELD_NO_WIDEN: event,
  TYPE_FIELD_SAME_PRESENCE: event,
  TYPE_FIELD_SAME_INT64: event,
  TYPE_FIELD_SAME_INT64_SURFACE: code,
  TYPE_FIELD_SAME_UNIT: travels,
  TYPE_FIELD_SAME_DEFAULT: travels,

  UNION_SAME_DISCRIMINANT: event,
  UNION_NO_CLOSE: event,
  VARIANT_NO_DELETE: event,
  VARIANT_NO_ADD_TO_CLOSED: event,
  VARIANT_SAME_TYPE: event,

  SPEC_ENUM_NO_DELETE: code,
  SPEC_ENUM_SAME_VALUE_KIND: event,
  SPEC_ENUM_NO_CLOSE: event,
  SPEC_ENUM_MEMBER_NO_DELETE: event,
  SPEC_ENUM_MEMBER_NO_ADD_TO_CLOSED: event,
  SPEC_ENUM_MEMBER_SAME_NAME: code,
  SPEC_ENUM_MEMBER_SAME_VALUE: event,
  SPEC_ENUM_MEMBER_SAME_MATCH: event,
};

export const rules: Readonly<Record<RuleId, RuleFacts>> = { ...protoRules, ...specRules };

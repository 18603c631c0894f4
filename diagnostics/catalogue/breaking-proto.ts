/**
 * Changes of .proto files that break something, by rule. The ids are buf's wherever the rule is buf's
 * (buf.build/docs/breaking/rules), so that ignore lists and habits carry over; the words are ours.
 */
import { rule, type Entry } from '../entry.ts';

const keep = 'Keep it and mark it deprecated, or make this a major release.';
const restore = 'Restore what was there, or make this a major release.';
const reserve = 'Reserve its number and its name, so that nothing else takes them, or keep it and mark it deprecated.';

const deleted = rule('The {kind} "{name}" was deleted from {where}.', keep);
const fileOption = rule('The file option {name} changed from {before} to {after}.', restore);
const changed = rule('{what} changed its {aspect} from {before} to {after}.', restore);

export const breakingProtoEntries = {
  FILE_NO_DELETE: deleted,
  PACKAGE_NO_DELETE: deleted,
  ENUM_NO_DELETE: deleted,
  EXTENSION_NO_DELETE: deleted,
  MESSAGE_NO_DELETE: deleted,
  SERVICE_NO_DELETE: deleted,
  PACKAGE_ENUM_NO_DELETE: deleted,
  PACKAGE_EXTENSION_NO_DELETE: deleted,
  PACKAGE_MESSAGE_NO_DELETE: deleted,
  PACKAGE_SERVICE_NO_DELETE: deleted,
  ONEOF_NO_DELETE: deleted,
  RPC_NO_DELETE: deleted,

  FIELD_NO_DELETE: deleted,
  FIELD_NO_DELETE_UNLESS_NAME_RESERVED: rule(
    'The {kind} "{name}" was deleted from {where}, and its name is free for others to take.',
    reserve,
  ),
  FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED: rule(
    'The {kind} "{name}" was deleted from {where}, and its number is free for others to take.',
    reserve,
  ),
  ENUM_VALUE_NO_DELETE: deleted,
  ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED: rule(
    'The {kind} "{name}" was deleted from {where}, and its name is free for others to take.',
    reserve,
  ),
  ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED: rule(
    'The {kind} "{name}" was deleted from {where}, and its number is free for others to take.',
    reserve,
  ),
  ENUM_VALUE_SAME_NAME: rule('The value {number} of the enum "{name}" is called {after} now, not {before}.', restore),
  ENUM_SAME_TYPE: changed,
  ENUM_SAME_JSON_FORMAT: changed,
  MESSAGE_SAME_JSON_FORMAT: changed,
  EXTENSION_MESSAGE_NO_DELETE: rule(
    'The message "{name}" gave up the extension numbers {range}.',
    'Keep them: others may have declared extensions there.',
  ),
  MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR: changed,
  MESSAGE_SAME_REQUIRED_FIELDS: rule(
    'The required field "{name}" was {done} the message "{message}".',
    'A required field must always be sent: add fields as optional, and never take a required one away.',
  ),
  RESERVED_ENUM_NO_DELETE: rule(
    'The enum "{name}" no longer reserves {what}.',
    'Keep it reserved: the old meaning still lives in stored data and old programs.',
  ),
  RESERVED_MESSAGE_NO_DELETE: rule(
    'The message "{name}" no longer reserves {what}.',
    'Keep it reserved: the old meaning still lives in stored data and old programs.',
  ),

  FIELD_SAME_NAME: changed,
  FIELD_SAME_JSON_NAME: changed,
  FIELD_SAME_TYPE: changed,
  FIELD_WIRE_COMPATIBLE_TYPE: changed,
  FIELD_WIRE_JSON_COMPATIBLE_TYPE: changed,
  FIELD_SAME_CARDINALITY: changed,
  FIELD_WIRE_COMPATIBLE_CARDINALITY: changed,
  FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY: changed,
  FIELD_SAME_CPP_STRING_TYPE: changed,
  FIELD_SAME_JAVA_UTF8_VALIDATION: changed,
  FIELD_SAME_UTF8_VALIDATION: changed,
  FIELD_SAME_JSTYPE: changed,
  FIELD_SAME_DEFAULT: changed,
  FIELD_SAME_ONEOF: changed,
  FIELD_SAME_INT64_SURFACE: changed,

  RPC_SAME_CLIENT_STREAMING: changed,
  RPC_SAME_SERVER_STREAMING: changed,
  RPC_SAME_IDEMPOTENCY_LEVEL: changed,
  RPC_SAME_REQUEST_TYPE: changed,
  RPC_SAME_RESPONSE_TYPE: changed,

  FILE_SAME_PACKAGE: rule('The package of the file changed from {before} to {after}.', restore),
  FILE_SAME_SYNTAX: rule('The syntax of the file changed from {before} to {after}.', restore),
  FILE_SAME_CC_ENABLE_ARENAS: fileOption,
  FILE_SAME_CC_GENERIC_SERVICES: fileOption,
  FILE_SAME_CSHARP_NAMESPACE: fileOption,
  FILE_SAME_GO_PACKAGE: fileOption,
  FILE_SAME_JAVA_GENERIC_SERVICES: fileOption,
  FILE_SAME_JAVA_MULTIPLE_FILES: fileOption,
  FILE_SAME_JAVA_OUTER_CLASSNAME: fileOption,
  FILE_SAME_JAVA_PACKAGE: fileOption,
  FILE_SAME_OBJC_CLASS_PREFIX: fileOption,
  FILE_SAME_OPTIMIZE_FOR: fileOption,
  FILE_SAME_PHP_CLASS_PREFIX: fileOption,
  FILE_SAME_PHP_METADATA_NAMESPACE: fileOption,
  FILE_SAME_PHP_NAMESPACE: fileOption,
  FILE_SAME_PY_GENERIC_SERVICES: fileOption,
  FILE_SAME_RUBY_PACKAGE: fileOption,
  FILE_SAME_SWIFT_PREFIX: fileOption,
} as const satisfies Readonly<Record<Uppercase<string>, Entry>>;

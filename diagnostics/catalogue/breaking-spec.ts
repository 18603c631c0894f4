/** Changes of event specs that break programs written against them, by rule: buf's idea for events and the types they carry. */
import { rule, type Entry } from '../entry.ts';

const keep = 'Keep it and mark it deprecated, or make this a major release.';
const restore = 'Restore what was there, or make this a major release.';
const readers = 'Programs that read it would meet what they do not know: make this a major release.';
const writers = 'Programs that write it would be refused: make this a major release.';

const deleted = rule('The {kind} "{name}" was deleted from {where}.', keep);
const renamed = rule(
  'The {kind} "{before}" of {where} seems to be called "{after}" now.',
  'The name is what travels: keep the old one beside it, or make this a major release.',
);
const changed = rule('{what} changed its {aspect} from {before} to {after}.', restore);
const narrowed = rule('{what} takes less than before: {before} became {after}.', writers);
const widened = rule('{what} may hold more than before: {before} became {after}.', readers);
const closed = rule(
  'The {kind} "{name}" was open and is closed now: what it does not list is refused.',
  'Leave it open, or make this a major release.',
);
const addedToClosed = rule(
  'The closed {kind} "{name}" has a new {member}, "{added}".',
  'Programs built before refuse it: open the {kind} first, or make this a major release.',
);

export const breakingSpecEntries = {
  SPEC_NO_DELETE: deleted,
  BINDING_NO_DELETE: deleted,
  BINDING_SAME_FRAME: changed,

  EVENT_NO_DELETE: deleted,
  EVENT_SAME_NAME: renamed,
  EVENT_SAME_DIRECTION: changed,
  ARGUMENT_NO_DELETE: deleted,
  ARGUMENT_NO_ADD: rule(
    '{what} has a new argument, "{name}".',
    'Add members to an object that is passed already, or make this a major release.',
  ),
  ARGUMENT_SAME_NAME: rule(
    'The argument "{before}" of {what} is called "{after}" now.',
    'Names of arguments do not travel, but documentation and generated tuples show them.',
  ),
  ARGUMENT_SAME_TYPE: changed,
  ARGUMENT_NO_NARROW: narrowed,
  ARGUMENT_NO_WIDEN: widened,
  ARGUMENT_SAME_PRESENCE: changed,
  ARGUMENT_SAME_INT64: changed,
  ARGUMENT_SAME_INT64_SURFACE: changed,
  CALLBACK_NO_DELETE: deleted,

  TYPE_NO_DELETE: deleted,
  TYPE_SAME_KIND: changed,
  TYPE_NO_CLOSE: closed,
  ALIAS_SAME_TYPE: changed,
  ALIAS_NO_NARROW: narrowed,
  ALIAS_NO_WIDEN: widened,
  TYPE_FIELD_NO_DELETE: deleted,
  TYPE_FIELD_SAME_NAME: renamed,
  TYPE_FIELD_NO_ADD_REQUIRED: rule(
    'The type "{name}" has a new required field, "{added}".',
    'Make it optional, or make this a major release: what is written today lacks it.',
  ),
  TYPE_FIELD_SAME_TYPE: changed,
  TYPE_FIELD_NO_NARROW: narrowed,
  TYPE_FIELD_NO_WIDEN: widened,
  TYPE_FIELD_SAME_PRESENCE: changed,
  TYPE_FIELD_SAME_INT64: changed,
  TYPE_FIELD_SAME_INT64_SURFACE: changed,
  TYPE_FIELD_SAME_UNIT: changed,
  TYPE_FIELD_SAME_DEFAULT: changed,

  UNION_SAME_DISCRIMINANT: changed,
  UNION_NO_CLOSE: closed,
  VARIANT_NO_DELETE: deleted,
  VARIANT_NO_ADD_TO_CLOSED: addedToClosed,
  VARIANT_SAME_TYPE: changed,

  SPEC_ENUM_NO_DELETE: deleted,
  SPEC_ENUM_SAME_VALUE_KIND: changed,
  SPEC_ENUM_NO_CLOSE: closed,
  SPEC_ENUM_MEMBER_NO_DELETE: deleted,
  SPEC_ENUM_MEMBER_NO_ADD_TO_CLOSED: addedToClosed,
  SPEC_ENUM_MEMBER_SAME_NAME: changed,
  SPEC_ENUM_MEMBER_SAME_VALUE: changed,
  SPEC_ENUM_MEMBER_SAME_MATCH: changed,
} as const satisfies Readonly<Record<Uppercase<string>, Entry>>;

/**
 * What a check of each failure by hand against the specification found: by codec and clause. A failure without a finding
 * fails `npm run conformance`, and so does a finding without a failure.
 */
const length =
  'A length of 2^32 is cut to 32 bits and read as 0. The encoding guide has it reach past the end, so the message is malformed.';
const otherType =
  'A record of another wire type than the field has is an unknown field, to be kept. It is read as one of the field and fails.';
const tooLong = 'A varint has at most ten bytes; where an unknown field is skipped, longer ones pass.';
const cutValue = 'The input ends within a fixed-size value that is skipped; it passes.';
const zero = 'Field number 0 is illegal; the tag 00 is taken for the end of the input, and what follows is lost.';
const noValue = 'The input ends after a tag, before the value; it passes.';
const skippedZero = 'Field number 0 is illegal; a record with it is skipped like one of an unknown field.';
const high =
  'A tag of more than 32 bits, and with it a field number above 2^29 - 1, is illegal; the upper bits are cut off.';
const group = 'An end of a group without its beginning, or of another number, is malformed; it passes.';
const noDecimal = 'Strings go through a number parser of the language, which takes more than decimal numbers.';
const drops = 'Unknown fields are dropped; proto3 keeps them since protobuf 3.5.';
const discards = `${drops} Only a reader with discardUnknown = false keeps them.`;
const lenient = 'Values are converted instead of checked; the table of ProtoJSON has no such form.';

const protobufjs = {
  'binary.tag.mismatch': discards,
  'binary.tag.overlong': discards,
  'binary.unknown.kept': discards,
  'binary.varint.too-long': tooLong,
};
const surrogates =
  'Characters of some planes come out as others, such as U+20000 as U+10000, so text is changed in silence.';

const regrouped =
  'Unknown records are kept by tag and written tag by tag, so records of one number in several wire types change their order, and with it a list that is packed in part.';

export const findings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wiremark: {},
  '@bufbuild/protobuf': {
    'binary.length.overrun': length,
    'binary.tag.mismatch': otherType,
    'binary.truncation': cutValue,
    'binary.varint.too-long': tooLong,
    'json.int.string': noDecimal,
  },
  '@protobuf-ts': {
    'binary.group.unbalanced': group,
    'binary.length.overrun': length,
    'binary.tag.mismatch': otherType,
    'binary.tag.too-high': high,
    'binary.truncation': cutValue,
    'binary.varint.too-long': tooLong,
    'json.int.string': noDecimal,
    'json.name.unknown': 'Unknown names are refused by default, and so they are here, but for __proto__.',
  },
  'protobufjs reflection': protobufjs,
  'protobufjs static': protobufjs,
  'ts-proto': {
    'binary.group.skipped': regrouped,
    'binary.group.unbalanced': group,
    'binary.length.overrun': length,
    'binary.string.invalid-utf8': 'Bytes that are no UTF-8 must be refused in proto3 strings; they are replaced.',
    'binary.tag.field-zero': zero,
    'binary.tag.too-high': high,
    'binary.unknown.kept': regrouped,
    'binary.unknown.skipped': regrouped,
    'binary.varint.too-long': tooLong,
    'json.bool': lenient,
    'json.bool.quoted': lenient,
    'json.int.fraction': lenient,
    'json.int.range': lenient,
    'json.int.string': lenient,
    'json.int.type': lenient,
    'json.message.object': lenient,
    'json.name.unknown': 'Unknown names are ignored; the specification has parsers refuse them unless told otherwise.',
    'json.string': lenient,
    'json.string.surrogates': 'An escape that spells half of a surrogate pair is no text; it is read.',
  },
  pbf: {
    'binary.length.overrun': 'A length past the end is not checked.',
    'binary.string.invalid-utf8': 'Bytes that are no UTF-8 must be refused in proto3 strings; they are replaced.',
    'binary.tag.field-zero': skippedZero,
    'binary.tag.mismatch': drops,
    'binary.tag.overlong': drops,
    'binary.tag.too-high': high,
    'binary.tag.wire-type': 'Wire types 6 and 7 do not exist, and are malformed in a record of any field; they pass.',
    'binary.truncation': noValue,
    'binary.unknown.kept': `${drops} A group is not even skipped: a message with one is refused.`,
    'binary.varint.too-long': tooLong,
    'binary.varint.truncated-to-32':
      'A varint wider than an int32 is cut to its lower 32 bits; here it is rounded first.',
    'values.field.carried': surrogates,
    'values.roundtrip.binary': surrogates,
    'values.spelling.binary': surrogates,
  },
  'Python protobuf': {
    'binary.group.unbalanced': group,
    'binary.tag.field-zero': zero,
    'binary.tag.too-high': high,
    'json.int.form': 'An exponent is accepted in numbers and in strings; in strings it is refused.',
    'json.int.string': noDecimal,
    'json.message.object': 'A message is an object; an empty array is read as an empty message.',
  },
};

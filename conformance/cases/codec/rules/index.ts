/** Every rule, in the order in which its cases are listed. */
import { defaults, edges } from './carried.ts';
import { depth } from './depth.ts';
import { badEnums, members, unlisted } from './enums.ts';
import type { FieldRule } from './field-subject.ts';
import { large, largeMessages, lastWins, mismatchedWireType, overlongLength, overrun, truncated } from './framing.ts';
import { badLists, badMessages, emptyMaps, names, namesInside, nulls } from './json-fields.ts';
import { badFloats, badIntegers, floatForms, integerForms, negativeZero, wideLiterals } from './json-numbers.ts';
import { jsonText } from './json-message.ts';
import { badBools, badBytes, badStrings, base64Forms, quotedBools } from './json-scalars.ts';
import { interleaved, manyMessages, packedOverrun, packedRuns, packedWritten } from './lists.ts';
import { brokenEntries, entries, jsonKeys } from './maps.ts';
import { emptyMessages, groups as groupFields, merged, nestedOverrun, nestedUnknown, oneofs } from './messages.ts';
import { escapes, invalidKeys, invalidStrings, surrogatesRefused, surrogatesWritten } from './strings.ts';
import { boolVarint, negativeVarint, overflowingVarint, overlongVarint, tooLongVarint, wideVarint } from './varints.ts';
import { wellKnownForms } from './well-known-json.ts';
import { allFields, badTags, groups, unknownFields, type MessageRule } from './whole-message.ts';

/** Rules of one field at a time. */
export const fieldRules: readonly FieldRule[] = [
  edges,
  defaults,
  lastWins,
  mismatchedWireType,
  truncated,
  overrun,
  overlongLength,
  large,
  largeMessages,
  overlongVarint,
  tooLongVarint,
  overflowingVarint,
  wideVarint,
  boolVarint,
  negativeVarint,
  invalidStrings,
  invalidKeys,
  surrogatesWritten,
  surrogatesRefused,
  escapes,
  packedRuns,
  packedWritten,
  packedOverrun,
  interleaved,
  manyMessages,
  entries,
  brokenEntries,
  jsonKeys,
  merged,
  emptyMessages,
  nestedUnknown,
  nestedOverrun,
  groupFields,
  oneofs,
  members,
  unlisted,
  badEnums,
  names,
  namesInside,
  nulls,
  badLists,
  badMessages,
  emptyMaps,
  integerForms,
  badIntegers,
  negativeZero,
  wideLiterals,
  floatForms,
  badFloats,
  badBools,
  quotedBools,
  badStrings,
  base64Forms,
  badBytes,
  wellKnownForms,
];

/** Rules of a message as a whole. */
export const messageRules: readonly MessageRule[] = [allFields, unknownFields, groups, badTags, jsonText, depth];

/** Those that say nothing of JSON: for messages with a JSON form of their own, which are judged where fields hold them. */
export const binaryFieldRules: readonly FieldRule[] = [
  edges,
  lastWins,
  mismatchedWireType,
  truncated,
  overrun,
  overlongLength,
  overlongVarint,
  tooLongVarint,
  wideVarint,
  invalidStrings,
  packedRuns,
  packedOverrun,
];
export const binaryMessageRules: readonly MessageRule[] = [unknownFields, groups, badTags];

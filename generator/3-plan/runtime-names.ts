/**
 * Names of the runtime library that templates use: generated names must differ from them, in modules and in functions.
 * A test holds the list against the templates.
 */
import { scalars } from '../ir/scalar.ts';

/** `readInt32`, `writeInt32`, `asInt32`, `int32Text`, `readInt64`, `readInt64Number`, `readInt64String`, ... */
const scalarFunctions = Object.entries(scalars).flatMap(([scalar, { kind }]) =>
  (kind === 'int64' ? ['', 'Number', 'String'] : ['']).flatMap((surface) => {
    const name = `${scalar[0]!.toUpperCase()}${scalar.slice(1)}${surface}`;
    return [
      `read${name}`,
      `readPacked${name}`,
      `writePacked${name}`,
      `write${name}`,
      `as${name}`,
      `${scalar}${surface}Text`,
    ];
  }),
);

const binaryNames =
  'boolKey closeEntry closeGroup decode DecodeOptions emptyBytes encode EncodeOptions enter high inFieldOf input ' +
  'intKey isFilled itemOf keepEnum keepUnknown keysOf leave missing openEntry openGroup position putMessage putString keyAt ' +
  'readLooseString readPackedDoubleWords readPackedVarints readPackedWords tagAt toItem varintAt refuseCase refuseField setEntry skip ' +
  'writeUnknown writeVarint';

const jsonNames =
  'AnyType anyText asAny asBoolKey asClosedEnum asDoubleList asDuration asEnum asFieldMask asInt32List asList asListValue asMap asNullValue ' +
  'asObject asStruct asTimestamp asUint32List asValue below checkKeys closed doubleListText durationText enumText Extension fieldMaskText firstOf fromText ' +
  'hasEntries inner insteadOf int32ListText integersText JsonFloat JsonReadOptions JsonValue JsonWriteOptions listText listValueText mapText ' +
  'readExtension requireField escaped structText timestampText toText uint32ListText unknownCase unknownField valueText withBigintSeconds withExtensions within ' +
  'withKeys withStringSeconds';

const checkNames =
  'booleanKeyRule booleanRule bytesRule doubleRule explainObject floatRule int32KeyRule int32Rule int64KeyRule int64Rule ' +
  'int64StringRule isBoolean isBooleanKey isBytes isDouble isFloat isInt32 isInt32Key isInt64 isInt64String isListOf ' +
  'isMapOf isMember isRecord isSafeInt64 isSafeUint64 isString Issue issuesOf isUint32 isUint32Key isUint64 ' +
  'isUint64String listRule mapRule maxValueDepth memberRule noIssues oneofRule optionalRule Report safeInt64Rule ' +
  'safeUint64Rule stringRule uint32KeyRule uint32Rule uint64KeyRule uint64Rule uint64StringRule';

export const runtimeNames: readonly string[] = [
  ...scalarFunctions,
  ...`${binaryNames} ${jsonNames} ${checkNames}`.split(' '),
];

/** Faults of codecs, by what they concern. */
import { anysFaults } from './codec/anys.ts';
import { durationsFaults } from './codec/durations.ts';
import { jsonContainersFaults } from './codec/json-containers.ts';
import { jsonEnumsFaults } from './codec/json-enums.ts';
import { jsonFloatsFaults } from './codec/json-floats.ts';
import { jsonIntegersFaults } from './codec/json-integers.ts';
import { jsonNamesFaults } from './codec/json-names.ts';
import { jsonNullsFaults } from './codec/json-nulls.ts';
import { jsonOmissionFaults } from './codec/json-omission.ts';
import { jsonScalarsFaults } from './codec/json-scalars.ts';
import { jsonSyntaxFaults } from './codec/json-syntax.ts';
import { structsFaults } from './codec/structs.ts';
import { timestampsFaults } from './codec/timestamps.ts';
import { typeFaults } from './codec/types.ts';
import { unprintableFaults } from './codec/unprintable.ts';
import { wireEnumsFaults } from './codec/wire-enums.ts';
import { wireFloatsFaults } from './codec/wire-floats.ts';
import { wireFramingFaults } from './codec/wire-framing.ts';
import { wireIntegersFaults } from './codec/wire-integers.ts';
import { wireListsFaults } from './codec/wire-lists.ts';
import { wireMapsFaults } from './codec/wire-maps.ts';
import { wireMessagesFaults } from './codec/wire-messages.ts';
import { wireStringsFaults } from './codec/wire-strings.ts';
import { wireUnknownFaults } from './codec/wire-unknown.ts';
import { wrappersFaults } from './codec/wrappers.ts';
import { jsonCornersFaults } from './codec/json-corners.ts';
import { placedJsonFaults } from './codec/placed-json.ts';
import { placedWireFaults } from './codec/placed-wire.ts';
import { wellKnownCornersFaults } from './codec/well-known-corners.ts';
import { wireCornersFaults } from './codec/wire-corners.ts';
import { waysThroughFaults } from './codec/ways-through.ts';
import { timeCornersFaults } from './codec/time-corners.ts';
import { jsonSyntaxCornersFaults } from './codec/json-syntax-corners.ts';
import { jsonNumberCornersFaults } from './codec/json-number-corners.ts';
import type { Fault } from './fault.ts';

export const codecFaults: readonly Fault[] = [
  ...anysFaults,
  ...durationsFaults,
  ...jsonContainersFaults,
  ...jsonEnumsFaults,
  ...jsonFloatsFaults,
  ...jsonIntegersFaults,
  ...jsonNamesFaults,
  ...jsonNullsFaults,
  ...jsonOmissionFaults,
  ...jsonScalarsFaults,
  ...jsonSyntaxFaults,
  ...structsFaults,
  ...timestampsFaults,
  ...typeFaults,
  ...unprintableFaults,
  ...wireEnumsFaults,
  ...wireFloatsFaults,
  ...wireFramingFaults,
  ...wireIntegersFaults,
  ...wireListsFaults,
  ...wireMapsFaults,
  ...wireMessagesFaults,
  ...wireStringsFaults,
  ...wireUnknownFaults,
  ...jsonCornersFaults,
  ...placedJsonFaults,
  ...placedWireFaults,
  ...wellKnownCornersFaults,
  ...wireCornersFaults,
  ...waysThroughFaults,
  ...timeCornersFaults,
  ...jsonSyntaxCornersFaults,
  ...jsonNumberCornersFaults,
  ...wrappersFaults,
];

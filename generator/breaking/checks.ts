/** All checks, in the order that their rules are listed. */
import type { Check } from './change.ts';
import { checkDeclarations } from './proto/declarations.ts';
import { checkEnums } from './proto/enums.ts';
import { checkCardinality } from './proto/field-cardinality.ts';
import { checkDefaults } from './proto/field-default.ts';
import { checkFieldNames } from './proto/field-names.ts';
import { checkStrings } from './proto/field-strings.ts';
import { checkFieldTypes } from './proto/field-type.ts';
import { checkFiles } from './proto/files.ts';
import { checkJsonFormat } from './proto/json-format.ts';
import { checkMembers } from './proto/no-delete.ts';
import { checkRanges } from './proto/ranges.ts';
import { checkServices } from './proto/services.ts';
import { checkEvents } from './spec/events.ts';
import { checkSpecEnums } from './spec/enums.ts';
import { checkSpecs } from './spec/specs.ts';
import { checkTypes } from './spec/types.ts';

export const checks: readonly Check[] = [
  checkFiles,
  checkDeclarations,
  checkMembers,
  checkRanges,
  checkEnums,
  checkJsonFormat,
  checkFieldTypes,
  checkCardinality,
  checkFieldNames,
  checkDefaults,
  checkStrings,
  checkServices,
  checkSpecs,
  checkEvents,
  checkTypes,
  checkSpecEnums,
];

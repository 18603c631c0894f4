/** All rules of lint, in the order that `--rules` lists them. Severities and messages stand in the catalogue. */
import type { Rule } from './rule.ts';
import { conflictingType } from './rules/conflicting-type.ts';
import { duplicateType } from './rules/duplicate-type.ts';
import { enumZeroValue } from './rules/enum-zero-value.ts';
import { eventMissing } from './rules/event-missing.ts';
import { fieldNumberGap, reservedReuse } from './rules/field-numbers.ts';
import { int64AsNumber } from './rules/int64-as-number.ts';
import { misspeltName } from './rules/misspelt-name.ts';
import { mixedNaming } from './rules/mixed-naming.ts';
import { nearDuplicateName } from './rules/near-duplicate-name.ts';
import { openEnumAsClosed } from './rules/open-enum-as-closed.ts';
import { placeholderZero } from './rules/placeholder-zero.ts';
import { enumValuePrefix, namingStyle } from './rules/proto-names.ts';
import { deprecatedUse, packageMissing, requiredField } from './rules/proto-practice.ts';
import { unitMissing } from './rules/unit-missing.ts';
import { unreachableType } from './rules/unreachable-type.ts';
import { widthMissing } from './rules/width-missing.ts';

export const lintRules: readonly Rule[] = [
  duplicateType,
  conflictingType,
  misspeltName,
  nearDuplicateName,
  widthMissing,
  int64AsNumber,
  openEnumAsClosed,
  unitMissing,
  unreachableType,
  eventMissing,
  placeholderZero,
  mixedNaming,
  enumZeroValue,
  enumValuePrefix,
  namingStyle,
  fieldNumberGap,
  reservedReuse,
  requiredField,
  packageMissing,
  deprecatedUse,
];

/** FIELD_SAME_TYPE and its milder forms: a field that holds something else than before. */
import type { Field } from '../../ir/protocol.ts';
import type { Check } from '../change.ts';
import { pairedFields, type Sides } from '../sides.ts';
import { describeField } from './describe.ts';
import { kindOf, showType, typeNameOf, wireGroups, wireJsonGroups } from './field-kinds.ts';

export const checkFieldTypes: Check = (sides, report) => {
  for (const { before, after } of pairedFields(sides)) {
    const [was, is] = [kindOf(before), kindOf(after)];
    const renamed = typeNameOf(before) !== typeNameOf(after);
    if (was === is && !renamed) continue;
    const other = was === is && (is === 'enum' ? !sameEnum(before, after, sides) : renamed);
    const broken = [
      'FIELD_SAME_TYPE' as const,
      ...(other || wireJsonGroups[was] !== wireJsonGroups[is] ? ['FIELD_WIRE_JSON_COMPATIBLE_TYPE' as const] : []),
      ...(other || (wireGroups[was] !== wireGroups[is] && !(was === 'string' && is === 'bytes'))
        ? ['FIELD_WIRE_COMPATIBLE_TYPE' as const]
        : []),
    ];
    const at = { before: before.origin, after: after.origin };
    const values = { what: describeField(after), aspect: 'type', before: showType(before), after: showType(after) };
    report(broken, at, values);
  }
};

/** An enum may move elsewhere and grow, as long as it keeps its name and every value. */
function sameEnum(before: Field, after: Field, sides: Sides): boolean {
  const old = sides.before.enums.get(typeNameOf(before));
  const now = sides.after.enums.get(typeNameOf(after));
  if (old === undefined || now === undefined || old.name !== now.name) return false;
  return old.values.every(({ name, number }) =>
    now.values.some((each) => each.name === name && each.number === number),
  );
}

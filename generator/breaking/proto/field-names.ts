/** FIELD_SAME_NAME, FIELD_SAME_JSON_NAME and how 64-bit integers surface: what code and JSON call a field. */
import type { Check } from '../change.ts';
import { scalars } from '../../ir/scalar.ts';
import type { Field } from '../../ir/protocol.ts';
import { pairedFields } from '../sides.ts';
import { describeField } from './describe.ts';

export const checkFieldNames: Check = (sides, report) => {
  for (const { before, after } of pairedFields(sides)) {
    const at = { before: before.origin, after: after.origin };
    const what = describeField(after);
    const extension = before.extendee !== undefined;
    const [was, is] = extension ? [before.fullName, after.fullName] : [before.name, after.name];
    if (was !== is) {
      report(['FIELD_SAME_NAME'], at, { what, aspect: 'name', before: `"${was}"`, after: `"${is}"` });
    }
    if (!extension && before.jsonName !== after.jsonName) {
      const values = { aspect: 'JSON name', before: `"${before.jsonName}"`, after: `"${after.jsonName}"` };
      report(['FIELD_SAME_JSON_NAME'], at, { what, ...values });
    }
    if (before.int64 !== after.int64 && holdsInt64(before) && holdsInt64(after)) {
      const values = { aspect: '64-bit type in TypeScript', before: before.int64, after: after.int64 };
      report(['FIELD_SAME_INT64_SURFACE'], at, { what, ...values });
    }
  }
};

const holdsInt64 = ({ shape }: Field): boolean =>
  shape.kind !== 'map' && shape.type.kind === 'scalar' && scalars[shape.type.scalar].kind === 'int64';

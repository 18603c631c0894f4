/** FIELD_SAME_DEFAULT: what readers see where a field is absent. */
import type { Field } from '../../ir/protocol.ts';
import { scalars } from '../../ir/scalar.ts';
import type { Check } from '../change.ts';
import { pairedFields, type Side } from '../sides.ts';
import { describeField } from './describe.ts';

type Default = string | number | bigint;

export const checkDefaults: Check = (sides, report) => {
  for (const { before, after } of pairedFields(sides)) {
    const [was, is] = [defaultOf(before, sides.before), defaultOf(after, sides.after)];
    if (was === undefined || is === undefined || (isZero(was) && isZero(is)) || same(was, is)) continue;
    const at = { before: before.origin, after: after.origin };
    const show = (value: Default): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));
    report(['FIELD_SAME_DEFAULT'], at, {
      what: describeField(after),
      aspect: 'default',
      before: show(was),
      after: show(is),
    });
  }
};

/** Undefined where a field can have none. Bytes are text of one character a byte, so that a text and its bytes agree. */
function defaultOf(field: Field, side: Side): Default | undefined {
  const { shape } = field;
  if (shape.kind !== 'singular' || shape.type.kind === 'message') return undefined;
  const { default: given } = field;
  if (shape.type.kind === 'enum') {
    // Without a declared default it is the first value; open enums begin with 0.
    return (given as number | undefined) ?? side.enums.get(shape.type.fullName)?.values[0]?.number ?? 0;
  }
  const { kind } = scalars[shape.type.scalar];
  if (kind === 'string' || kind === 'bytes') {
    if (given === undefined) return '';
    return Buffer.from(given as string | Uint8Array).toString('latin1');
  }
  if (typeof given === 'boolean') return given ? 1 : 0;
  const number = (given as number | bigint | undefined) ?? 0;
  return shape.type.scalar === 'float' ? Math.fround(Number(number)) : number;
}

const isZero = (value: Default): boolean => value === '' || Object.is(value, 0) || value === 0n;

/** Numbers of every kind compare by value: that the kind changed is another rule's business. */
function same(was: Default, is: Default): boolean {
  if (typeof was === 'string' || typeof is === 'string') return was === is;
  if (Number.isNaN(was) && Number.isNaN(is)) return true;
  // eslint-disable-next-line eqeqeq -- compares a bigint with a number by exact value
  return was == is || (isFloat(was) && isFloat(is) && Math.fround(was) === Math.fround(is));
}

/** One of the two may have been a float, which keeps fewer digits than the double that it became. */
const isFloat = (value: Default): value is number => typeof value === 'number' && !Number.isInteger(value);

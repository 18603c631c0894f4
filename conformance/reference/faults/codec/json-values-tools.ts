/** What the faults of this kind have in common. */
import type { ExactJson } from '../../oracle/json-text.ts';
import type { FieldInfo } from '../../oracle/schema.ts';
import { type FieldTest, both, integer, not, scalar, wide } from './places.ts';
import { acceptsJson, eachElement, readsJson, refusesJson, writesJson } from './ways.ts';

export const narrow: FieldTest = both(integer, not(wide));

export const bool = scalar('bool');

export const text = scalar('string');

export const data = scalar('bytes');

export const isString = (value: ExactJson): value is string => typeof value === 'string';

export const accepts = (wanted: FieldTest, change: (value: ExactJson, field: FieldInfo) => ExactJson) =>
  acceptsJson(eachElement(wanted, change));

export const reads = (wanted: FieldTest, change: (value: ExactJson, field: FieldInfo) => ExactJson) =>
  readsJson(eachElement(wanted, change));

export const prints = (wanted: FieldTest, change: (value: ExactJson, field: FieldInfo) => ExactJson) =>
  writesJson(eachElement(wanted, change));

export const refuses = (wanted: FieldTest, isRefused: (value: ExactJson, field: FieldInfo) => boolean) =>
  refusesJson((value, field) => wanted(field) && isRefused(value, field));

/** Digits of other scripts, which some parsers of numbers know, as those of ASCII. */
export const asciiDigits = (value: ExactJson): ExactJson =>
  isString(value)
    ? value.replaceAll(/[\u0660-\u0669\uff10-\uff19]/g, (digit) =>
        String(digit.codePointAt(0)! - (digit < '\uff00' ? 0x660 : 0xff10)),
      )
    : value;

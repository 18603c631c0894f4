/** FIELD_SAME_CARDINALITY and its milder forms, MESSAGE_SAME_REQUIRED_FIELDS and FIELD_SAME_ONEOF: how often a field stands. */
import type { Message } from '../../ir/protocol.ts';
import type { Check } from '../change.ts';
import { isEntryPart, keyed, missing, paired, pairedFields } from '../sides.ts';
import { describeField } from './describe.ts';
import { cardinalityOf, type Cardinality } from './field-kinds.ts';

/** Cardinalities that read one another's bytes, and for JSON one another's text: a map is an object there, no list. */
const groups: Readonly<Record<Cardinality, { readonly wire: number; readonly json: number }>> = {
  'optional with explicit presence': { wire: 1, json: 1 },
  'optional with implicit presence': { wire: 1, json: 1 },
  required: { wire: 2, json: 2 },
  repeated: { wire: 3, json: 3 },
  map: { wire: 3, json: 4 },
};

export const checkCardinality: Check = (sides, report) => {
  for (const { before, after } of pairedFields(sides)) {
    const at = { before: before.origin, after: after.origin };
    const [was, is] = [cardinalityOf(before), cardinalityOf(after)];
    if (was !== is && !(isEntryPart(before, sides.before) && isEntryPart(after, sides.after))) {
      const broken = [
        'FIELD_SAME_CARDINALITY' as const,
        ...(groups[was].json === groups[is].json ? [] : ['FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY' as const]),
        ...(groups[was].wire === groups[is].wire ? [] : ['FIELD_WIRE_COMPATIBLE_CARDINALITY' as const]),
      ];
      report(broken, at, { what: describeField(after), aspect: 'cardinality', before: was, after: is });
    }
    if (before.extendee === undefined && before.oneof !== after.oneof) {
      const show = (oneof: string | undefined): string => (oneof === undefined ? 'none' : `"${oneof}"`);
      const values = { aspect: 'oneof', before: show(before.oneof), after: show(after.oneof) };
      report(['FIELD_SAME_ONEOF'], at, { what: describeField(after), ...values });
    }
  }
  for (const pair of paired(sides.before.messages, sides.after.messages)) {
    const required = ({ fields }: Message) =>
      keyed(
        fields.filter(({ presence }) => presence === 'required'),
        (field) => field.number,
      );
    const [old, now] = [required(pair.before), required(pair.after)];
    for (const { name, origin } of missing(old, now)) {
      const values = { name, done: 'deleted from', message: pair.after.name };
      report(['MESSAGE_SAME_REQUIRED_FIELDS'], { before: origin, after: pair.after.origin }, values);
    }
    for (const { name, origin } of missing(now, old)) {
      const values = { name, done: 'added to', message: pair.after.name };
      report(['MESSAGE_SAME_REQUIRED_FIELDS'], { before: pair.before.origin, after: origin }, values);
    }
  }
};

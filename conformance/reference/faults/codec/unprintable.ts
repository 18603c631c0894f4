/** Faults of writers that print what has no JSON form, instead of refusing it. */
import type { Fault } from '../fault.ts';
import { onTranscode } from '../fault.ts';
import type { WellKnown } from '../../oracle/well-known.ts';
import { any, holds, schemaOf } from './places.ts';
import { readRecords } from './records.ts';
import { codec } from './row.ts';

/** A message that a writer of JSON refused, printed with a value in place of the one that has no form. */
const prints = (kind: WellKnown, text: string): Fault['wrap'] =>
  onTranscode(({ request, answer }, pkg) => {
    if (!('reject' in answer) || answer.reject.stage !== 'encode' || request.to !== 'json' || !('b64' in request.data))
      return answer;
    const schema = schemaOf(pkg);
    const bytes = new Uint8Array(Buffer.from(request.data.b64, 'base64'));
    const [record] = readRecords(schema, schema.findMessage(request.type), bytes) ?? [];
    return record?.field !== undefined && holds(kind)(record.field)
      ? { id: answer.id, ok: { text: `{${JSON.stringify(record.field.jsonName)}:${text}}` } }
      : answer;
  });

export const unprintableFaults: readonly Fault[] = [
  codec(
    'timestamp-out-of-range-printed',
    ['json.timestamp.range'],
    any(holds('timestamp')),
    prints('timestamp', '"10000-01-01T00:00:00Z"'),
  ),
  codec(
    'duration-out-of-range-printed',
    ['json.duration.range'],
    any(holds('duration')),
    prints('duration', '"315576000001s"'),
  ),
  codec(
    'mask-that-does-not-return-printed',
    ['json.field-mask'],
    any(holds('field-mask')),
    prints('field-mask', '"fooBar"'),
  ),
  codec('value-nan-printed', ['json.struct'], any(holds('value')), prints('value', '"NaN"')),
  codec('value-nan-printed-as-null', ['json.struct'], any(holds('value')), prints('value', 'null')),
  codec(
    'any-of-unknown-type-printed',
    ['json.any'],
    any(holds('any')),
    prints('any', '{"@type":"type.googleapis.com/no.such.Type","value":""}'),
  ),
];

/** Faults of one way through the codec alone, and of input that is legal and seldom, malformed or far too deep. */
import type { Fault } from '../fault.ts';
import { onTranscode } from '../fault.ts';
import type { Format } from '../../../model/fixture.gen.ts';
import { isObject, parseExact } from '../../oracle/json-text.ts';
import { WireWriter } from '../../oracle/wire.ts';
import { all } from './json-names-tools.ts';
import { record } from './json-tree.ts';
import { any, scalar, schemaOf } from './places.ts';
import { codec } from './row.ts';
import { readsRecords, refusesText, writesRecords, writesValue } from './ways.ts';

/** A fault that one way alone has. */
const between =
  (from: Format, to: Format, wrap: Fault['wrap']): Fault['wrap'] =>
  (testee, pkg) => {
    const faulty = wrap(testee, pkg);
    return {
      handle: (request, emit) =>
        request.cmd === 'transcode' && request.from === from && request.to === to
          ? faulty.handle(request, emit)
          : testee.handle(request, emit),
    };
  };

const lastRecordLost = writesRecords((records, _, depth) => (depth === 0 ? records.slice(0, -1) : records));
const lastMemberLost = writesValue((json) => (isObject(json) ? record(Object.entries(json).slice(0, -1)) : json));

/** Levels from which on a testee is brought down. */
const tooDeep = 4000;

/** Do the bytes begin with one tag, or one tag and length of five bytes at most, again and again? */
function isDeep(b64: string): boolean {
  const bytes = Buffer.from(b64, 'base64').subarray(0, tooDeep);
  if (bytes.length < tooDeep) return false;
  const [first] = bytes;
  return bytes.filter((byte) => byte === first).length > tooDeep / 8 && (first! & 7) !== 0 && isNested(bytes);
}

/** Content of one long string repeats a byte too, but behind a tag and a length. */
const isNested = (bytes: Uint8Array): boolean => {
  const period = [1, 2, 3, 4, 5, 6].find((n) => bytes.subarray(0, 24).every((byte, i) => byte === bytes[i % n]));
  return period !== undefined || (bytes[0]! & 7) === 2;
};

const down =
  (isTooMuch: (data: object) => boolean): Fault['wrap'] =>
  (testee) => ({
    handle(request, emit) {
      if (request.cmd === 'transcode' && isTooMuch(request.data))
        throw new RangeError('Maximum call stack size exceeded');
      return testee.handle(request, emit);
    },
  });

const half = /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g;
const replacement = Buffer.from('\ufffd');
const halfAsBytes = Buffer.from('eda080', 'hex');

/** Halves of surrogate pairs as the three bytes that no reader takes. */
const surrogatesAsBytes: Fault['wrap'] = onTranscode(({ request, answer, again }) => {
  if (!('reject' in answer) || request.to !== 'binary' || !('text' in request.data)) return answer;
  const text = request.data.text.replaceAll(half, '\ufffd');
  const other = text === request.data.text ? answer : again({ ...request, data: { text } });
  if (!('ok' in other) || !('b64' in other.ok)) return answer;
  const bytes = Buffer.from(other.ok.b64 as string, 'base64').toString('latin1');
  const changed = bytes.replaceAll(replacement.toString('latin1'), halfAsBytes.toString('latin1'));
  return { id: answer.id, ok: { b64: Buffer.from(changed, 'latin1').toString('base64') } };
});

/** A message that lacks what it must have, taken as it is. */
const missingAccepted: Fault['wrap'] = onTranscode(({ request, answer }, pkg) => {
  const message = schemaOf(pkg).findMessage(request.type);
  if (!('reject' in answer) || !message?.fields.some(({ presence }) => presence === 'required')) return answer;
  return {
    id: answer.id,
    ok: request.to === 'json' ? { text: '{}' } : 'b64' in request.data ? request.data : { b64: '' },
  };
});

export const waysThroughFaults: readonly Fault[] = [
  codec('bytes-to-json-loses-a-field', ['values.binary-to-json'], all, between('binary', 'json', lastMemberLost)),
  codec('json-to-bytes-loses-a-field', ['values.json-to-binary'], all, between('json', 'binary', lastRecordLost)),
  codec('bytes-to-bytes-loses-a-field', ['values.roundtrip.binary'], all, between('binary', 'binary', lastRecordLost)),
  codec('json-to-json-loses-a-field', ['values.roundtrip.json'], all, between('json', 'json', lastMemberLost)),
  codec(
    'descending-fields-lost',
    ['values.spelling.binary'],
    all,
    readsRecords((records) =>
      records.filter(({ number }, i) => !records.slice(0, i).some((one) => one.number > number)),
    ),
  ),
  codec('members-of-null-refused', ['values.spelling.json'], all, refusesText(/:\s*null/)),
  codec(
    'overlong-tags-passed-over',
    ['binary.tag.overlong'],
    all,
    readsRecords((records) =>
      records.filter(({ tagSize, number, wire }) => tagSize === new WireWriter().tag(number, wire).finish().length),
    ),
  ),
  codec(
    'bits-beyond-the-64th-counted',
    ['binary.varint.overflow'],
    all,
    readsRecords((records) =>
      records.map((one) => (one.wire === 0 && one.bits >= 1n << 64n ? { ...one, bits: one.bits >> 58n } : one)),
    ),
  ),
  codec('surrogates-written-as-bytes', ['binary.string.surrogates'], any(scalar('string')), surrogatesAsBytes),
  codec(
    'missing-required-field-accepted',
    ['binary.required.missing'],
    ({ descriptor }) =>
      descriptor.messages.some(({ fields }) => fields.some(({ presence }) => presence === 'required')),
    missingAccepted,
  ),
  codec(
    'deep-bytes-bring-it-down',
    ['binary.depth.survived'],
    all,
    down((data) => 'b64' in data && isDeep(data.b64 as string)),
  ),
  codec(
    'deep-text-brings-it-down',
    ['json.depth.survived'],
    all,
    down((data) => 'text' in data && /^(?:\{"[^"]*":)*(?:\[|\{"[^"]*":){4000}/.test(data.text as string)),
  ),
  // What the parsers of most languages do, and with them the reference.
  codec('names-given-twice-accepted', ['json.name.duplicate'], all, (testee) => testee),
];

/** Refuses a name, or both names of a field, that an object gives twice: the stricter of what the informational clause leaves open. */
export const refusesNamesTwice: Fault['wrap'] = onTranscode(({ request, answer }, pkg) => {
  if (!('text' in request.data) || 'reject' in answer) return answer;
  const message = schemaOf(pkg).findMessage(request.type);
  const refusal = { id: answer.id, reject: { stage: 'decode', message: 'A name is given twice.' } } as const;
  try {
    const json = parseExact(request.data.text);
    if (!isObject(json) || message === undefined) return answer;
    const fields = Object.keys(json).map((name) => message.byJsonName.get(name) ?? name);
    return new Set(fields).size === fields.length ? answer : refusal;
  } catch {
    return refusal;
  }
});

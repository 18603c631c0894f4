/** The ways in which a codec can be faulty: it reads something else, writes something else, accepts too much, or refuses too much. */
import type { Fault, TranscodeRequest } from '../fault.ts';
import { onTranscode } from '../fault.ts';
import { parseExact, printExact, type ExactJson } from '../../oracle/json-text.ts';
import { readMessage } from '../../oracle/read-message.ts';
import type { FieldInfo, MessageInfo, Schema } from '../../oracle/schema.ts';
import type { CanonicalMessage } from '../../oracle/value.ts';
import { writeMessage } from '../../oracle/write-message.ts';
import { changeJson, type Changes } from './json-tree.ts';
import { schemaOf, type FieldTest } from './places.ts';
import { changeRecords, readRecords, writeRecords, type ChangeRecords, type WireRecord } from './records.ts';

type Wrap = Fault['wrap'];

/** Where something is changed. */
interface Place {
  readonly schema: Schema;
  readonly message: MessageInfo;
}

/** Input or output as it travels; undefined for no change. */
type Change<T> = (value: T, place: Place) => T | undefined;

const bytesIn = (b64: unknown): Uint8Array => new Uint8Array(Buffer.from(b64 as string, 'base64'));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function withBytes(request: TranscodeRequest, place: Place, change: Change<Uint8Array>): TranscodeRequest | undefined {
  if (!('b64' in request.data)) return undefined;
  const bytes = change(bytesIn(request.data.b64), place);
  return bytes && { ...request, data: { b64: base64(bytes) } };
}

function withText(request: TranscodeRequest, place: Place, change: Change<string>): TranscodeRequest | undefined {
  if (!('text' in request.data)) return undefined;
  const text = change(request.data.text, place);
  return text === undefined ? undefined : { ...request, data: { text } };
}

/** Asks with another request, where `other` has one for a message of the package. */
const asking = (
  when: 'always' | 'refused',
  other: (request: TranscodeRequest, place: Place) => TranscodeRequest | undefined,
): Wrap =>
  onTranscode(({ request, answer, again }, pkg) => {
    if (when === 'refused' && !('reject' in answer)) return answer;
    const schema = schemaOf(pkg);
    const message = schema.findMessage(request.type);
    const changed = message && other(request, { schema, message });
    return changed === undefined ? answer : again(changed);
  });

/** What is read is something else. */
export const readsBytes = (change: Change<Uint8Array>): Wrap =>
  asking('always', (request, place) => withBytes(request, place, change));
export const readsText = (change: Change<string>): Wrap =>
  asking('always', (request, place) => withText(request, place, change));
/** Bytes of which no record changes are left as they are, however they are spelt. */
export const readsRecords = (change: ChangeRecords): Wrap =>
  readsBytes((bytes, { schema, message }) => {
    const records = readRecords(schema, message, bytes);
    if (records === undefined) return undefined;
    const changed = writeRecords(changeRecords(schema, message, { records, change }));
    const same = changeRecords(schema, message, { records, change: (inside) => inside });
    return Buffer.compare(changed, writeRecords(same)) === 0 ? undefined : changed;
  });
export const readsJson = (changes: Changes): Wrap => readsText((text, place) => jsonChanged(text, place, changes));

/** What is refused is read as something else. */
export const acceptsBytes = (change: Change<Uint8Array>): Wrap =>
  asking('refused', (request, place) => withBytes(request, place, change));
export const acceptsText = (change: Change<string>): Wrap =>
  asking('refused', (request, place) => withText(request, place, change));
export const acceptsRecords = (change: ChangeRecords): Wrap =>
  acceptsBytes((bytes, place) => recordsChanged(bytes, place, change));
export const acceptsJson = (changes: Changes): Wrap => acceptsText((text, place) => jsonChanged(text, place, changes));
/** Text that matches is read as its replacement. */
export const acceptsPattern = (pattern: RegExp, replacement: string): Wrap =>
  acceptsText((text) => {
    const changed = text.replaceAll(pattern, replacement);
    return changed === text ? undefined : changed;
  });

/** What is written is something else. */
export const writesBytes = (change: Change<Uint8Array>): Wrap =>
  onTranscode(({ request, answer }, pkg) => {
    const schema = schemaOf(pkg);
    const message = schema.findMessage(request.type);
    if (message === undefined || !('ok' in answer) || !('b64' in answer.ok)) return answer;
    const bytes = change(bytesIn(answer.ok.b64), { schema, message });
    return bytes === undefined ? answer : { id: answer.id, ok: { b64: base64(bytes) } };
  });
export const writesText = (
  change: (text: string, place: Place | undefined, type: string) => string | undefined,
): Wrap =>
  onTranscode(({ request, answer }, pkg) => {
    if (!('ok' in answer) || !('text' in answer.ok)) return answer;
    const schema = schemaOf(pkg);
    const message = schema.findMessage(request.type);
    const text = change(answer.ok.text as string, message && { schema, message }, request.type);
    return text === undefined ? answer : { id: answer.id, ok: { text } };
  });
export const writesRecords = (change: ChangeRecords): Wrap =>
  writesBytes((bytes, place) => recordsChanged(bytes, place, change));
export const writesJson = (changes: Changes): Wrap =>
  writesText((text, place) => place && jsonChanged(text, place, changes));
/** The whole JSON value, also of types that are no messages. */
export const writesValue = (change: (json: ExactJson, type: string) => ExactJson): Wrap =>
  writesText((text, _, type) => printExact(change(parseExact(text), type)));
/** The message in canonical form. */
export const writesMessage = (change: (value: CanonicalMessage, message: MessageInfo) => CanonicalMessage): Wrap =>
  writesBytes((bytes, { schema, message }) =>
    writeMessage(schema, message, change(readMessage({ schema, audit: undefined }, message, bytes), message)),
  );

/** What is to be read is refused, where some record is such; unknown ones are asked about too. */
export const refusesRecords = (isRefused: (record: WireRecord, schema: Schema) => boolean): Wrap =>
  refuses(({ request, schema, message }) => {
    const bytes = 'b64' in request.data ? bytesIn(request.data.b64) : undefined;
    let found = false;
    if (bytes === undefined) return false;
    recordsChanged(bytes, { schema, message }, (records) => {
      found ||= records.some((record) => isRefused(record, schema));
      return records;
    });
    return found;
  });
/** Where the text is such. */
export const refusesText = (pattern: RegExp): Wrap =>
  refuses(({ request }) => 'text' in request.data && pattern.test(request.data.text));
/** Where some element is such. */
export const refusesJson = (isRefused: (value: ExactJson, field: FieldInfo, schema: Schema) => boolean): Wrap =>
  refuses(({ request, schema, message }) => {
    if (!('text' in request.data)) return false;
    let found = false;
    const look = (value: ExactJson, field: FieldInfo): ExactJson => {
      found ||= isRefused(value, field, schema);
      return value;
    };
    jsonChanged(request.data.text, { schema, message }, { element: look, whole: look });
    return found;
  });

const refuses = (isRefused: (asked: Place & { readonly request: TranscodeRequest }) => boolean): Wrap =>
  onTranscode(({ request, answer }, pkg) => {
    const schema = schemaOf(pkg);
    const message = schema.findMessage(request.type);
    if (message === undefined || 'reject' in answer || !isRefused({ schema, message, request })) return answer;
    return { id: answer.id, reject: { stage: 'decode', message: 'The reader does not know this.' } };
  });

/** Each record of fields that pass, wherever it stands, as `each` gives it; undefined takes it away. */
export const eachRecord =
  (wanted: FieldTest, each: (record: WireRecord) => WireRecord | undefined): ChangeRecords =>
  (records) =>
    records.flatMap((record) => (record.field !== undefined && wanted(record.field) ? (each(record) ?? []) : record));

/** Each element of fields that pass, as `each` gives it. */
export const eachElement = (wanted: FieldTest, each: (value: ExactJson, field: FieldInfo) => ExactJson): Changes => ({
  element: (value, field) => (wanted(field) ? each(value, field) : value),
});

function recordsChanged(bytes: Uint8Array, { schema, message }: Place, change: ChangeRecords): Uint8Array | undefined {
  const records = readRecords(schema, message, bytes);
  return records && writeRecords(changeRecords(schema, message, { records, change }));
}

/** @returns Undefined when nothing changed, so that no text is read because it was printed anew. */
function jsonChanged(text: string, { schema, message }: Place, changes: Changes): string | undefined {
  try {
    const json = parseExact(text);
    const changed = printExact(changeJson(schema, message, { json, changes }));
    return changed === printExact(json) ? undefined : changed;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

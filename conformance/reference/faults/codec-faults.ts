/** Faults of codecs. */
import type { LoadedPackage } from '../../model/package.ts';
import type { Answer } from '../../model/testee-message.gen.ts';
import { isObject, parseExact, printExact, type ExactJson, type JsonObject } from '../oracle/json-text.ts';
import { readMessage } from '../oracle/read-message.ts';
import { createSchema, type FieldInfo, type MessageInfo, type Schema } from '../oracle/schema.ts';
import { emptyMessage, unknownKey, type CanonicalMessage, type CanonicalValue } from '../oracle/value.ts';
import { WireWriter } from '../oracle/wire.ts';
import { writeMessage, writeRecord } from '../oracle/write-message.ts';
import { onTranscode, type Fault, type TranscodeRequest, type Transcoded } from './fault.ts';

/** A field and its message. */
interface Place {
  readonly schema: Schema;
  readonly message: MessageInfo;
  readonly field: FieldInfo;
}

/** Fields of all messages that a fault may touch. */
function places({ descriptor }: LoadedPackage, wanted: (field: FieldInfo) => boolean): Place[] {
  const schema = createSchema(descriptor);
  return descriptor.messages
    .map(({ name }) => schema.message(name))
    .filter(({ wellKnown }) => wellKnown === undefined)
    .flatMap((message) => message.fields.filter(wanted).map((field) => ({ schema, message, field })));
}

const any =
  (wanted: (field: FieldInfo) => boolean): Fault['applies'] =>
  (pkg) =>
    places(pkg, wanted).length > 0;

const scalar =
  (...names: readonly string[]) =>
  (field: FieldInfo): boolean =>
    field.type.kind === 'scalar' && names.includes(field.type.info.scalar);
const singular = (field: FieldInfo): boolean => field.cardinality === 'singular';

const isWide = (field: FieldInfo): boolean => field.type.kind === 'scalar' && field.type.info.wide;

/** Changes the canonical form of what is written as bytes. */
const onMessage = (change: (value: CanonicalMessage, message: MessageInfo) => CanonicalMessage): Fault['wrap'] =>
  onBytes((bytes, { schema, message }) => {
    const value = readMessage({ schema, audit: undefined }, message, bytes);
    return writeMessage(schema, message, change(value, message));
  });

const onBytes = (change: (bytes: Uint8Array, place: Omit<Place, 'field'>) => Uint8Array): Fault['wrap'] =>
  onTranscode(({ request, answer }, { descriptor }) => {
    const schema = createSchema(descriptor);
    const message = schema.findMessage(request.type);
    if (message === undefined || !('ok' in answer) || !('b64' in answer.ok)) return answer;
    const bytes = change(new Uint8Array(Buffer.from(answer.ok.b64 as string, 'base64')), { schema, message });
    return { id: answer.id, ok: { b64: Buffer.from(bytes).toString('base64') } };
  });

/** Changes the JSON that is written. */
const onText = (change: (json: ExactJson, request: TranscodeRequest, pkg: LoadedPackage) => ExactJson): Fault['wrap'] =>
  onTranscode(({ request, answer }, pkg) => {
    if (!('ok' in answer) || !('text' in answer.ok)) return answer;
    return { id: answer.id, ok: { text: printExact(change(parseExact(answer.ok.text as string), request, pkg)) } };
  });

/** Reads in another way what was refused; undefined to leave it so. */
const onRefusal = (other: (request: TranscodeRequest, reason: string) => TranscodeRequest | undefined): Fault['wrap'] =>
  onTranscode(({ request, answer, again }) => {
    if (!('reject' in answer)) return answer;
    const changed = other(request, `${answer.reject.code ?? ''} ${answer.reject.message ?? ''}`);
    return changed === undefined ? answer : again(changed);
  });

const bytesOf = ({ data }: TranscodeRequest): Uint8Array | undefined =>
  'b64' in data ? new Uint8Array(Buffer.from(data.b64, 'base64')) : undefined;

const withBytes = (request: TranscodeRequest, bytes: Uint8Array): TranscodeRequest => ({
  ...request,
  data: { b64: Buffer.from(bytes).toString('base64') },
});

const without = (value: CanonicalMessage, name: string): CanonicalMessage => {
  const { [name]: _, ...rest } = value;
  return rest;
};

/** Rewrites every value of a field's kind, wherever the message itself holds it. */
const mapFields = (
  wanted: (field: FieldInfo) => boolean,
  change: (value: CanonicalValue, field: FieldInfo) => CanonicalValue,
) =>
  onMessage((value, message) => {
    const result = Object.assign(emptyMessage(), value);
    for (const field of message.fields) {
      const held = result[field.name];
      if (held === undefined || !wanted(field) || field.cardinality === 'map') continue;
      result[field.name] = Array.isArray(held)
        ? held.map((item: CanonicalValue) => change(item, field))
        : change(held, field);
    }
    return result;
  });

/** The two first fields of one type and shape. */
function twins(message: MessageInfo): readonly [FieldInfo, FieldInfo] | undefined {
  for (const [i, a] of message.fields.entries()) {
    const b = message.fields.slice(i + 1).find((other) => sameShape(a, other));
    if (b !== undefined) return [a, b];
  }
  return undefined;
}

const sameShape = (a: FieldInfo, b: FieldInfo): boolean =>
  a.cardinality === b.cardinality &&
  a.oneof === b.oneof &&
  a.type.kind === 'scalar' &&
  b.type.kind === 'scalar' &&
  a.type.info === b.type.info &&
  a.cardinality !== 'map';

const accepted = ({ request, again }: Transcoded, data: TranscodeRequest['data']): Answer =>
  again({ ...request, data });

/** Keeps the longest prefix of whole records, as a reader does that stops quietly where its input ends. */
function lenient(request: TranscodeRequest, { again }: Pick<Transcoded, 'again'>): Answer | undefined {
  const bytes = bytesOf(request);
  if (bytes === undefined) return undefined;
  for (let end = bytes.length - 1; end >= 0; end--) {
    const answer = again(withBytes(request, bytes.slice(0, end)));
    if ('ok' in answer) return answer;
  }
  return undefined;
}

const hasUnknown = (value: CanonicalMessage): boolean => Object.hasOwn(value, unknownKey);

const isEnumOpen = (field: FieldInfo): boolean => field.type.kind === 'enum' && !field.type.closed;

/** Every string, as a faulty reader of UTF-8 takes it. */
const lossy = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => (byte >= 0x80 ? 0x3f : byte));

export const codecFaults: readonly Fault[] = [
  {
    name: 'field-dropped',
    role: 'codec',
    clauses: ['values.field.carried'],
    applies: any(singular),
    wrap: onMessage((value, message) => without(value, message.fields[0]?.name ?? '')),
  },
  {
    name: 'field-dropped-from-json',
    role: 'codec',
    clauses: ['values.field.carried', 'values.type.carried'],
    applies: any(singular),
    wrap: onText((json) => (isObject(json) ? Object.fromEntries(Object.entries(json).slice(1)) : json)),
  },
  {
    name: 'field-numbers-swapped',
    role: 'codec',
    clauses: ['values.field.carried'],
    applies: (pkg) => places(pkg, () => true).some(({ message }) => twins(message) !== undefined),
    wrap: onMessage((value, message) => {
      const [a, b] = twins(message) ?? [];
      if (a === undefined || b === undefined) return value;
      const result = Object.assign(emptyMessage(), without(without(value, a.name), b.name));
      if (value[a.name] !== undefined) result[b.name] = value[a.name]!;
      if (value[b.name] !== undefined) result[a.name] = value[b.name]!;
      return result;
    }),
  },
  {
    name: 'unknown-fields-dropped',
    role: 'codec',
    clauses: ['binary.unknown.kept'],
    applies: any(() => true),
    wrap: onMessage((value) => (hasUnknown(value) ? without(value, unknownKey) : value)),
  },
  {
    name: 'unknown-enum-number-dropped',
    role: 'codec',
    clauses: ['binary.enum.open', 'values.enum.unlisted'],
    applies: any((field) => isEnumOpen(field) && field.cardinality !== 'map'),
    wrap: mapFields(isEnumOpen, (value, { type }) =>
      type.kind === 'enum' && !type.info.names.has(value as number) ? type.info.first : value,
    ),
  },
  {
    name: 'enum-numbers-swapped',
    role: 'codec',
    clauses: ['values.enum.member'],
    applies: ({ descriptor }) =>
      descriptor.enums.some(
        ({ kind, members, origin }) => kind === 'integer' && members.length > 2 && origin.file.endsWith('.proto'),
      ),
    wrap: onText((json, { type }, { descriptor }) =>
      swapNames(
        json,
        descriptor.enums
          .filter(
            ({ name, members }) =>
              members.length > 2 && (name === type || !descriptor.enums.some((other) => other.name === type)),
          )[0]
          ?.members.slice(1, 3)
          .map(({ name }) => name) ?? [],
      ),
    ),
  },
  {
    name: 'negative-int32-in-five-bytes',
    role: 'codec',
    clauses: ['binary.varint.negative-int32'],
    applies: any((field) => singular(field) && scalar('int32')(field)),
    wrap: onBytes((bytes, { schema, message }) => {
      const value = readMessage({ schema, audit: undefined }, message, bytes);
      const field = message.fields.find(
        (candidate) => singular(candidate) && scalar('int32')(candidate) && Number(value[candidate.name]) < 0,
      );
      if (field === undefined) return bytes;
      const low = BigInt.asUintN(32, BigInt(value[field.name] as number));
      const record = new WireWriter().tag(field.number, 0).varint(low).finish();
      return new Uint8Array(Buffer.concat([writeMessage(schema, message, without(value, field.name)), record]));
    }),
  },
  {
    name: 'invalid-utf8-accepted',
    role: 'codec',
    clauses: ['binary.string.invalid-utf8'],
    applies: any((field) => scalar('string')(field) && field.verifyUtf8),
    wrap: onRefusal((request) => {
      const bytes = bytesOf(request);
      return bytes && bytes.length > 2 && bytes.some((byte) => byte >= 0x80)
        ? withBytes(request, new Uint8Array([...bytes.slice(0, 2), ...lossy(bytes.slice(2))]))
        : undefined;
    }),
  },
  {
    name: 'truncation-accepted',
    role: 'codec',
    clauses: ['binary.truncation'],
    applies: any(() => true),
    wrap: onTranscode((done) =>
      'reject' in done.answer && done.answer.reject.stage === 'decode'
        ? (lenient(done.request, done) ?? done.answer)
        : done.answer,
    ),
  },
  {
    name: 'default-written',
    role: 'codec',
    clauses: ['binary.default.omitted'],
    applies: any((field) => singular(field) && field.presence === 'implicit' && field.type.kind === 'scalar'),
    wrap: onBytes((bytes, { schema, message }) => {
      const value = readMessage({ schema, audit: undefined }, message, bytes);
      const writer = new WireWriter().raw(bytes);
      for (const field of message.fields) {
        if (
          !singular(field) ||
          field.presence !== 'implicit' ||
          field.type.kind !== 'scalar' ||
          value[field.name] !== undefined
        )
          continue;
        const { family, wide } = field.type.info;
        writeRecord(
          { schema, writer },
          field,
          family === 'string' ? '' : family === 'bool' ? false : family === 'bytes' ? { b64: '' } : wide ? '0' : 0,
        );
      }
      return writer.finish();
    }),
  },
  {
    name: 'default-printed',
    role: 'codec',
    clauses: ['json.default.omitted'],
    applies: any((field) => singular(field) && field.presence === 'implicit' && scalar('string')(field)),
    wrap: onText((json, { type }, { descriptor }) => {
      const message = descriptor.messages.find(({ name }) => name === type);
      if (message === undefined || !isObject(json)) return json;
      const strings = message.fields.filter(
        (field) =>
          field.cardinality === 'singular' &&
          field.presence === 'implicit' &&
          field.type.kind === 'scalar' &&
          field.type.scalar === 'string',
      );
      return { ...Object.fromEntries(strings.map(({ jsonName }) => [jsonName, ''])), ...json };
    }),
  },
  {
    name: 'json-name-wrong',
    role: 'codec',
    clauses: ['json.name.lower-camel', 'values.type.carried'],
    applies: any(() => true),
    wrap: onText((json) =>
      isObject(json)
        ? Object.fromEntries(
            Object.entries(json).map(([name, value]) => [name.replace(/[a-z]$/, (end) => end.toUpperCase()), value]),
          )
        : json,
    ),
  },
  {
    name: 'unknown-json-name-accepted',
    role: 'codec',
    clauses: ['json.name.unknown'],
    applies: any(() => true),
    wrap: onTranscode((done, { descriptor }) => {
      const message = descriptor.messages.find(({ name }) => name === done.request.type);
      if (!('reject' in done.answer) || !('text' in done.request.data) || message === undefined) return done.answer;
      const json = objectIn(done.request.data.text);
      if (json === undefined) return done.answer;
      const known = new Set(message.fields.flatMap(({ name, jsonName }) => [name, jsonName]));
      return accepted(done, {
        text: printExact(Object.fromEntries(Object.entries(json).filter(([name]) => known.has(name)))),
      });
    }),
  },
  {
    name: 'original-name-refused',
    role: 'codec',
    clauses: ['json.name.original'],
    applies: any(({ name, jsonName }) => name !== jsonName),
    wrap: onTranscode(({ request, answer }, { descriptor }) => {
      const message = descriptor.messages.find(({ name }) => name === request.type);
      const json = 'text' in request.data ? objectIn(request.data.text) : undefined;
      const original = message?.fields.some(
        ({ name, jsonName }) => name !== jsonName && json !== undefined && Object.hasOwn(json, name),
      );
      return original ? { id: answer.id, reject: { stage: 'decode', message: 'unknown name' } } : answer;
    }),
  },
  {
    name: 'base64-mangled',
    role: 'codec',
    clauses: ['json.bytes.output'],
    applies: any((field) => singular(field) && scalar('bytes')(field)),
    wrap: onTranscode(({ answer }) => {
      if (!('ok' in answer) || !('text' in answer.ok)) return answer;
      return { id: answer.id, ok: { text: (answer.ok.text as string).replaceAll('=', '') } };
    }),
  },
  {
    name: 'int64-rounded',
    role: 'codec',
    clauses: ['json.int64.exact', 'values.type.int64-exact'],
    applies: (pkg) => any(isWide)(pkg) || pkg.descriptor.types.length > 0,
    wrap: onTranscode(({ answer }) => {
      if (!('ok' in answer) || !('text' in answer.ok)) return answer;
      return {
        id: answer.id,
        ok: {
          text: (answer.ok.text as string).replaceAll(/-?\d{16,}/g, (digits) => BigInt(Number(digits)).toString()),
        },
      };
    }),
  },
  {
    name: 'int32-range-unchecked',
    role: 'codec',
    clauses: ['json.int.range'],
    applies: any((field) => singular(field) && scalar('int32')(field)),
    wrap: onRefusal((request) => {
      if (!('text' in request.data)) return undefined;
      const wrapped = request.data.text.replaceAll(/-?\d{10,}/g, (digits) =>
        BigInt.asIntN(32, BigInt(digits)).toString(),
      );
      return wrapped === request.data.text ? undefined : { ...request, data: { text: wrapped } };
    }),
  },
  {
    name: 'quoted-bool-accepted',
    role: 'codec',
    clauses: ['json.bool'],
    applies: any((field) => singular(field) && scalar('bool')(field)),
    wrap: onRefusal((request) => {
      if (!('text' in request.data)) return undefined;
      const bare = request.data.text.replaceAll(/"(true|false)"/g, '$1');
      return bare === request.data.text ? undefined : { ...request, data: { text: bare } };
    }),
  },
  {
    name: 'first-record-wins',
    role: 'codec',
    clauses: ['binary.singular.last-wins'],
    applies: any((field) => singular(field) && field.type.kind === 'scalar'),
    wrap: onTranscode((done, { descriptor }) => {
      const bytes = bytesOf(done.request);
      const schema = createSchema(descriptor);
      const message = schema.findMessage(done.request.type);
      if (bytes === undefined || message === undefined || !('ok' in done.answer)) return done.answer;
      for (let end = 1; end < bytes.length; end++) {
        const [head, tail] = [bytes.slice(0, end), bytes.slice(end)].map((part) => alone(schema, message, part));
        if (head !== undefined && tail === head) return done.again(withBytes(done.request, bytes.slice(0, end)));
      }
      return done.answer;
    }),
  },
  {
    name: 'field-zero-skipped',
    role: 'codec',
    clauses: ['binary.tag.field-zero'],
    applies: any(() => true),
    wrap: onRefusal((request) => {
      const bytes = bytesOf(request);
      return bytes !== undefined && bytes.length > 1 && bytes[0]! < 6
        ? withBytes(request, new Uint8Array())
        : undefined;
    }),
  },
  {
    name: 'group-refused',
    role: 'codec',
    clauses: ['binary.group.skipped', 'binary.unknown.kept'],
    applies: any(() => true),
    wrap: onTranscode(({ request, answer }) => {
      const bytes = bytesOf(request);
      const first = bytes?.[0];
      return first !== undefined && first % 8 === 3
        ? { id: answer.id, reject: { stage: 'decode', message: 'group' } }
        : answer;
    }),
  },
  {
    name: 'wire-type-mismatch-refused',
    role: 'codec',
    clauses: ['binary.tag.mismatch'],
    applies: any((field) => singular(field) && scalar('string', 'bytes', 'int32')(field)),
    wrap: onTranscode(({ request, answer }, { descriptor }) => {
      const bytes = bytesOf(request);
      const field = descriptor.messages
        .find(({ name }) => name === request.type)
        ?.fields.find(({ number }) => bytes?.[0] !== undefined && bytes[0] >> 3 === number);
      const own = field?.type.kind === 'scalar' && ['string', 'bytes'].includes(field.type.scalar) ? 2 : 0;
      const wrong =
        field?.type.kind === 'scalar' &&
        field.cardinality === 'singular' &&
        ['string', 'bytes', 'int32'].includes(field.type.scalar) &&
        bytes![0]! % 8 !== own;
      return wrong ? { id: answer.id, reject: { stage: 'decode', message: 'wire type' } } : answer;
    }),
  },
  {
    name: 'list-reversed',
    role: 'codec',
    clauses: ['binary.list.order'],
    applies: any(({ cardinality }) => cardinality === 'list'),
    wrap: onMessage((value) =>
      Object.fromEntries(
        Object.entries(value).map(([name, held]) => [
          name,
          Array.isArray(held) ? (held as readonly CanonicalValue[]).toReversed() : held,
        ]),
      ),
    ),
  },
  {
    name: 'property-dropped',
    role: 'codec',
    clauses: ['values.type.carried'],
    applies: ({ descriptor }) => descriptor.types.length > 0,
    wrap: onText((json) => (isObject(json) ? Object.fromEntries(Object.entries(json).slice(0, -1)) : json)),
  },
  {
    name: 'absent-printed-as-null',
    role: 'codec',
    clauses: ['values.type.presence'],
    applies: ({ descriptor }) =>
      descriptor.types.some(
        (type) => type.kind === 'object' && type.fields.some(({ presence }) => presence !== 'required'),
      ),
    wrap: onText((json, { type }, { descriptor }) => {
      const found = descriptor.types.find(({ name }) => name === type);
      if (found?.kind !== 'object' || !isObject(json)) return json;
      return { ...Object.fromEntries(found.fields.map(({ name }) => [name, null])), ...json };
    }),
  },
  {
    name: 'wrong-type-accepted',
    role: 'codec',
    clauses: ['values.type.wrong-type'],
    applies: ({ descriptor }) => descriptor.types.length > 0,
    wrap: onTranscode((done) =>
      'reject' in done.answer && 'text' in done.request.data && isKnownType(done)
        ? { id: done.answer.id, ok: { text: done.request.data.text } }
        : done.answer,
    ),
  },
];

const isKnownType = ({ request }: Transcoded): boolean => !request.type.includes('.');

function swapNames(json: ExactJson, [a, b]: readonly string[]): ExactJson {
  if (a === undefined || b === undefined) return json;
  if (json === a) return b;
  if (json === b) return a;
  if (Array.isArray(json)) return json.map((item: ExactJson) => swapNames(item, [a, b]));
  return isObject(json)
    ? Object.fromEntries(Object.entries(json).map(([name, value]) => [name, swapNames(value, [a, b])]))
    : json;
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const json = parseExact(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Name of the only field that the bytes hold, if it is a singular scalar. */
function alone(schema: Schema, message: MessageInfo, bytes: Uint8Array): string | undefined {
  try {
    const value = readMessage({ schema, audit: undefined }, message, bytes);
    const [name, ...others] = Object.keys(value);
    const field = message.fields.find((candidate) => candidate.name === name);
    return others.length === 0 && field !== undefined && singular(field) && field.type.kind === 'scalar'
      ? name
      : undefined;
  } catch {
    return undefined;
  }
}

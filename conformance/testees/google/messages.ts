/**
 * The two messages of Google's dialect, in both directions. Source: conformance/conformance.proto of
 * protocolbuffers/protobuf; numbers are those of its fields and enum members.
 */
import type { Format } from '../../model/fixture.gen.ts';
import { wireType } from '../../reference/oracle/scalars.ts';
import { readRecord, utf8, WireReader, WireWriter } from '../../reference/oracle/wire.ts';

/** `ConformanceRequest.payload` by field number. */
const payloadFields = { binary: 1, json: 2, jspb: 7, text: 8 } as const;

/** `WireFormat`. */
const wireFormats: Readonly<Record<string, number>> = { binary: 1, json: 2, jspb: 3, text: 4 };

/** `TestCategory`; the input decides it. */
const categories: Readonly<Record<Format, number>> = { binary: 1, json: 2 };

/** `TestCategory.JSON_IGNORE_UNKNOWN_PARSING_TEST`. */
const ignoreUnknownCategory = 3;

const requestFields = { format: 3, type: 4, category: 5 } as const;

/** Formats that a payload may have; of the last two only Google's own testees know anything. */
export type GoogleFormat = keyof typeof payloadFields;

/** `ConformanceRequest`, as far as it decides an answer. */
export interface GoogleRequest {
  /** Full name of the message. */
  readonly type: string;
  /** Undefined when the request has no payload, or its text is not UTF-8. */
  readonly payload: { readonly format: GoogleFormat; readonly data: Uint8Array | string } | undefined;
  /** Undefined for a format that is not known. */
  readonly to: GoogleFormat | undefined;
  /** Unknown fields in JSON are to be passed over. */
  readonly ignoreUnknown: boolean;
}

/** `ConformanceResponse.result` by field number. */
const resultFields = {
  'parse-error': 1,
  'runtime-error': 2,
  binary: 3,
  json: 4,
  skipped: 5,
  'serialize-error': 6,
  jspb: 7,
  text: 8,
  'timeout-error': 9,
} as const;

type ResultKind = keyof typeof resultFields;
const resultKinds = new Map(Object.entries(resultFields).map(([kind, number]) => [number, kind as ResultKind]));

/** `ConformanceResponse.result`. */
export type GoogleResult =
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }
  | { readonly kind: Exclude<ResultKind, 'binary'>; readonly text: string };

const encoder = new TextEncoder();
const bytesOf = (data: Uint8Array | string): Uint8Array => (typeof data === 'string' ? encoder.encode(data) : data);

export function encodeRequest(request: {
  readonly type: string;
  readonly data: Uint8Array | string;
  readonly to: Format;
}): Uint8Array {
  const from: Format = typeof request.data === 'string' ? 'json' : 'binary';
  return new WireWriter()
    .tag(payloadFields[from], wireType.length)
    .delimited(bytesOf(request.data))
    .tag(requestFields.format, wireType.varint)
    .varint(BigInt(wireFormats[request.to]!))
    .tag(requestFields.type, wireType.length)
    .delimited(encoder.encode(request.type))
    .tag(requestFields.category, wireType.varint)
    .varint(BigInt(categories[from]))
    .finish();
}

/** @throws Malformed */
export function decodeRequest(bytes: Uint8Array): GoogleRequest {
  let [type, format, category] = ['', 0, 0];
  let payload: GoogleRequest['payload'];
  const formats = Object.keys(payloadFields) as GoogleFormat[];
  for (const { number, delimited, varint } of fieldsOf(bytes)) {
    const kind = formats.find((one) => payloadFields[one] === number);
    if (kind !== undefined && delimited) payload = payloadOf(kind, delimited);
    else if (number === requestFields.type && delimited) type = utf8(delimited, true);
    else if (number === requestFields.format) format = Number(varint ?? 0);
    else if (number === requestFields.category) category = Number(varint ?? 0);
  }
  const to = formats.find((one) => wireFormats[one] === format);
  return { type, payload, to, ignoreUnknown: category === ignoreUnknownCategory };
}

function payloadOf(format: GoogleFormat, bytes: Uint8Array): GoogleRequest['payload'] {
  if (format === 'binary') return { format, data: bytes };
  try {
    return { format, data: utf8(bytes, true) };
  } catch {
    return undefined;
  }
}

export function encodeResponse(result: GoogleResult): Uint8Array {
  return new WireWriter()
    .tag(resultFields[result.kind], wireType.length)
    .delimited(result.kind === 'binary' ? result.bytes : encoder.encode(result.text))
    .finish();
}

/**
 * @returns Undefined when no result is set.
 * @throws Malformed
 */
export function decodeResponse(bytes: Uint8Array): GoogleResult | undefined {
  let result: GoogleResult | undefined;
  for (const { number, delimited } of fieldsOf(bytes)) {
    const kind = resultKinds.get(number as (typeof resultFields)[ResultKind]);
    if (kind === undefined || delimited === undefined) continue;
    // A payload is judged to the letter; what else it says is for people to read.
    result = kind === 'binary' ? { kind, bytes: delimited } : { kind, text: utf8(delimited, kind === 'json') };
  }
  return result;
}

/** The fields of a message in their order; those of other wire types have neither content. */
function* fieldsOf(bytes: Uint8Array): Generator<{
  readonly number: number;
  readonly delimited?: Uint8Array;
  readonly varint?: bigint;
}> {
  const reader = new WireReader(bytes);
  while (reader.position < reader.end) {
    const tag = reader.tag();
    const { number } = tag;
    if (tag.wire === wireType.length) yield { number, delimited: reader.delimited() };
    else if (tag.wire === wireType.varint) yield { number, varint: reader.varint() };
    else readRecord(reader, tag);
  }
}

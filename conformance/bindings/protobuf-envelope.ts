/**
 * Binary frames that are one message of the package: the event is what a oneof of it holds, or what a bytes field holds
 * and another field names.
 */
import type { Descriptor, Field, Message } from '../model/descriptor.gen.ts';
import type { Payload } from '../model/fixture.gen.ts';
import { isObject, parseExact, printExact, type ExactJson, type JsonObject } from '../reference/oracle/json-text.ts';
import {
  byWebSocket,
  malformed,
  type Binding,
  type CarriedMessage,
  type ReadFrame,
  type Transcoder,
} from './binding.ts';
import type { BytesEnvelopeFile, OneofEnvelopeFile } from '../model/binding.gen.ts';

/** How the content lies in the envelope's JSON. */
interface Layout {
  /** Full names of the messages that can be carried; undefined: any. */
  readonly carries: readonly string[] | undefined;
  open(envelope: JsonObject, transcoder: Transcoder): ReadFrame;
  /** Messages that lie in the envelope as bytes. */
  inside?(envelope: JsonObject): readonly CarriedMessage[];
  /** @returns JSON text of the envelope. */
  close(message: string, value: string, transcoder: Transcoder): string;
}

/**
 * @returns What is wrong with the spec, as a string, when the package does not have what it names.
 */
export function protobufEnvelope(
  spec: (OneofEnvelopeFile | BytesEnvelopeFile) & { readonly name: string },
  descriptor: Descriptor,
  transcoder: Transcoder,
): Binding | string {
  const message = descriptor.messages.find(({ name }) => name === spec.message);
  if (message === undefined) return `the package has no message "${spec.message}"`;
  const layout = 'oneof' in spec ? oneofLayout(spec.oneof, message) : bytesLayout(spec, message, descriptor);
  return typeof layout === 'string' ? layout : over(spec, layout, transcoder);
}

function over(
  spec: { readonly name: string; readonly message: string },
  layout: Layout,
  transcoder: Transcoder,
): Binding {
  const read = (frame: Payload): ReadFrame => {
    if (!('hex' in frame)) return malformed('the frame is text, not binary');
    try {
      const tree = parseExact(transcoder.toJson(spec.message, Buffer.from(frame.hex, 'hex')));
      return isObject(tree) ? layout.open(tree, transcoder) : malformed('the envelope is not an object');
    } catch (error) {
      return malformed(`the frame is no ${spec.message}: ${(error as Error).message}`);
    }
  };
  return {
    name: spec.name,
    carrier: byWebSocket,
    carries: layout.carries ?? 'messages',
    read,
    messages(frame) {
      if (!('hex' in frame)) return [];
      const bytes = Buffer.from(frame.hex, 'hex');
      const envelope = { type: spec.message, bytes };
      try {
        const tree = parseExact(transcoder.toJson(spec.message, bytes));
        return [envelope, ...(isObject(tree) ? (layout.inside?.(tree) ?? []) : [])];
      } catch {
        return [envelope];
      }
    },
    write(event, args) {
      const [value = null] = parseExact(args) as readonly ExactJson[];
      const json = layout.close(event, printExact(value), transcoder);
      return { hex: Buffer.from(transcoder.toBytes(spec.message, json)).toString('hex') };
    },
    damaged(good) {
      if (!('hex' in good)) return [];
      const { hex } = good;
      const cut = [2, 4, Math.floor(hex.length / 4) * 2, hex.length - 2].map((end) => hex.slice(0, Math.max(0, end)));
      // Whatever stands before it, a tag of field 0 or of wire type 7 is malformed, and so is a varint without end.
      const spoiled = ['00', '07', 'ffffffffffffffffffffff', `${hex}00`, `${hex}0f`, `${hex}ff`];
      const frames: readonly Payload[] = [...cut, ...spoiled].map((bad) => ({ hex: bad }));
      return [...frames, { text: '' }, { text: 'x' }].filter((frame) => read(frame).kind === 'malformed');
    },
    over: (other) => over(spec, layout, other),
  };
}

const event = (name: string, value: ExactJson): ReadFrame => ({
  kind: 'event',
  event: { event: name, args: printExact([value]) },
});

/** Each member of the oneof that is a message is an event; no two may be of the same message. */
function oneofLayout(name: string, message: Message): Layout | string {
  const fields = message.oneofs.find((oneof) => oneof.name === name)?.fields;
  if (fields === undefined) return `"${message.name}" has no oneof "${name}"`;
  const members = new Map<string, Field>();
  for (const field of message.fields.filter((one) => fields.includes(one.name))) {
    if (field.type.kind !== 'message') continue;
    const twin = members.get(field.type.name);
    if (twin !== undefined) return `"${twin.name}" and "${field.name}" of the oneof "${name}" are of the same message`;
    members.set(field.type.name, field);
  }
  if (members.size === 0) return `the oneof "${name}" has no message`;
  return {
    carries: [...members.keys()],
    open(envelope) {
      for (const [type, { jsonName }] of members) {
        if (Object.hasOwn(envelope, jsonName)) return event(type, envelope[jsonName]!);
      }
      return malformed(`no message of the oneof "${name}" is set`);
    },
    close(type, value) {
      const field = members.get(type);
      // A message that the envelope cannot carry leaves it empty: a frame, and no event.
      return field === undefined ? '{}' : `{${JSON.stringify(field.jsonName)}:${value}}`;
    },
  };
}

/** The name stands in one field, as it is or by the table; the bytes of the message stand in another. */
function bytesLayout(spec: BytesEnvelopeFile, message: Message, descriptor: Descriptor): Layout | string {
  const field = (name: string): Field | undefined => message.fields.find((one) => one.name === name);
  const [type, payload] = [field(spec.type), field(spec.payload)];
  if (type === undefined) return `"${message.name}" has no field "${spec.type}"`;
  if (payload?.type.kind !== 'scalar' || payload.type.scalar !== 'bytes') {
    return `"${message.name}" has no field "${spec.payload}" of bytes`;
  }
  const known = new Set(descriptor.messages.map(({ name }) => name));
  const types = new Map(Object.entries(spec.types ?? {}));
  const stranger = [...types.values()].find((name) => !known.has(name));
  if (stranger !== undefined) return `the package has no message "${stranger}"`;
  const values = new Map([...types].map(([value, name]) => [name, value]));
  const named = type.type.kind === 'scalar' && type.type.scalar === 'string';
  const givenOf = (envelope: JsonObject): string => String(envelope[type.jsonName] ?? (named ? '' : 0));
  const bytesOf = (envelope: JsonObject): Buffer => Buffer.from(String(envelope[payload.jsonName] ?? ''), 'base64');
  const nameOf = (envelope: JsonObject): string | undefined => {
    const name = types.size === 0 ? givenOf(envelope) : types.get(givenOf(envelope));
    return name !== undefined && known.has(name) ? name : undefined;
  };
  return {
    carries: types.size === 0 ? undefined : [...new Set(types.values())],
    open(envelope, transcoder) {
      const name = nameOf(envelope);
      if (name === undefined) return malformed(`"${spec.type}" names no message: ${givenOf(envelope)}`);
      return event(name, parseExact(transcoder.toJson(name, bytesOf(envelope))));
    },
    inside(envelope) {
      const name = nameOf(envelope);
      return name === undefined ? [] : [{ type: name, bytes: bytesOf(envelope) }];
    },
    close(name, value, transcoder) {
      const bytes = known.has(name) ? Buffer.from(transcoder.toBytes(name, value)) : Buffer.alloc(0);
      const given = types.size === 0 ? name : (values.get(name) ?? '');
      const written = named ? JSON.stringify(given) : /^-?\d+$/.test(given) ? given : '0';
      return `{${JSON.stringify(type.jsonName)}:${written},${JSON.stringify(payload.jsonName)}:"${bytes.toString('base64')}"}`;
    },
  };
}

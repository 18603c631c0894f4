/**
 * Takes a message of a testee, as text or as an object, gives an answer or an event in the kit's terms, or says which
 * rule of the testee protocol it breaks. Written by hand because it runs for every message; a test holds it against
 * `testee-message.schema.json`.
 */
import type { Payload, Stage } from '../model/fixture.gen.ts';
import type { Observation, ObservedEvent } from '../model/report.gen.ts';
import { exactJson } from './exact-json.ts';

/** What a testee said. */
export type Incoming =
  | { readonly kind: 'answer'; readonly id: number; readonly observation: Observation; readonly content: unknown }
  | { readonly kind: 'event'; readonly event: ObservedEvent }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'violation'; readonly problem: string };

type Fields = Readonly<Record<string, unknown>>;

const answerKinds = ['ok', 'reject', 'skipped', 'unsupported', 'errored'] as const;
const stages: readonly unknown[] = ['decode', 'encode', 'validate', 'protocol'] satisfies Stage[];
/** @param message - A parsed message; its numbers may be lossless. */
export function readMessage(message: unknown): Incoming {
  if (!isFields(message)) return violation('a message is not a JSON object');
  if ('ev' in message) return readEvent(message);
  const id = typeof message['id'] === 'object' ? Number(message['id']) : message['id'];
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return violation('a message has neither "id" nor "ev"');
  const kinds = answerKinds.filter((kind) => kind in message);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1 || Object.keys(message).length !== 2) {
    return violation(`an answer needs exactly one of ${answerKinds.join(', ')} beside its id`);
  }
  const content = message[kind];
  const observation = readObservation(kind, content);
  return typeof observation === 'string' ? violation(observation) : { kind: 'answer', id, observation, content };
}

const violation = (problem: string): Incoming => ({ kind: 'violation', problem });

/** @returns The observation, or what is wrong. */
function readObservation(kind: (typeof answerKinds)[number], content: unknown): Observation | string {
  if (kind === 'unsupported') return { kind };
  if (!isFields(content)) return `the content of "${kind}" is not an object`;
  switch (kind) {
    case 'ok': {
      const value = readValue(content);
      if (typeof value === 'string') return value;
      return value === undefined ? { kind } : { kind, value };
    }
    case 'reject': {
      if (!stages.includes(content['stage'])) return `"stage" of "reject" is not one of ${stages.join(', ')}`;
      if (!areTexts(content, ['code', 'message'])) return '"code" and "message" of "reject" must be strings';
      return {
        kind,
        stage: content['stage'] as Stage,
        code: textOf(content['code']),
        message: textOf(content['message']),
      };
    }
    case 'skipped':
      if (typeof content['reason'] !== 'string' || !areTexts(content, ['issue'])) return '"skipped" needs a reason';
      return { kind, reason: content['reason'], issue: textOf(content['issue']) };
    case 'errored':
      if (typeof content['message'] !== 'string' || !areTexts(content, ['trace'])) return '"errored" needs a message';
      return { kind, message: content['message'], trace: textOf(content['trace']) };
    default:
      return kind satisfies never;
  }
}

function readEvent(message: Fields): Incoming {
  const session = message['session'];
  const ev = message['ev'];
  if (ev === 'log') {
    const text = message['text'];
    return typeof text === 'string' ? { kind: 'log', text } : violation('"log" needs a text');
  }
  if (typeof session !== 'string') return violation('an event needs a session');
  switch (ev) {
    case 'emit': {
      const args = isFields(message['args']) ? readValue(message['args']) : undefined;
      if (typeof message['event'] !== 'string' || args === undefined || typeof args === 'string' || !('text' in args)) {
        return violation('"emit" needs an event and args, as {"text": ...} or {"json": ...}');
      }
      return { kind: 'event', event: { kind: 'emit', session, event: message['event'], args: args.text } };
    }
    case 'sent': {
      const frame = isFields(message['frame']) ? readValue(message['frame']) : undefined;
      if (frame === undefined || typeof frame === 'string') return violation('"sent" needs a frame');
      return { kind: 'event', event: { kind: 'frame', session, frame } };
    }
    case 'closed':
      return { kind: 'event', event: { kind: 'closed', session } };
    default:
      return violation('"ev" is not one of emit, sent, closed, log');
  }
}

/** Bytes, text or a JSON value. @returns Undefined when the content holds none of them, a string when it is wrong. */
function readValue(content: Fields): Payload | string | undefined {
  const given = ['b64', 'text', 'json'].filter((key) => key in content);
  if (given.length === 0) return undefined;
  if (given.length > 1 || Object.keys(content).length > 1) return 'a value needs exactly one of b64, text, json';
  const { b64, text } = content;
  switch (given[0]) {
    case 'b64':
      return typeof b64 === 'string' ? bytesIn(b64) : notBase64;
    case 'text':
      return typeof text === 'string' ? { text } : '"text" is not a string';
    default: {
      const printed = exactJson(content['json']);
      return printed === undefined ? '"json" is not a JSON value' : { text: printed };
    }
  }
}

const notBase64 = '"b64" is not base64 with padding';

/** Node reads past what is no base64, and what it has read past is missing in the length: a pattern takes far longer. */
function bytesIn(b64: string): Payload | string {
  const bytes = Buffer.from(b64, 'base64');
  const padding = b64.endsWith('==') ? 2 : b64.endsWith('=') ? 1 : 0;
  if (b64.length % 4 !== 0 || bytes.length !== (b64.length / 4) * 3 - padding || /[-_]/.test(b64)) return notBase64;
  return { hex: bytes.toString('hex') };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const areTexts = (content: Fields, keys: readonly string[]): boolean =>
  keys.every((key) => content[key] === undefined || typeof content[key] === 'string');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

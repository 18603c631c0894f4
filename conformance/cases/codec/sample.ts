/** Takes samples - an input and what must become of it - and gives cases: one for each way through the codec, a step for each sample. */
import type { Case, Expected, Format, Level, Payload, Reply, Step } from '../../model/fixture.gen.ts';
import type { FixedCase } from '../../model/case.ts';
import type { MessageInfo, Schema } from '../../reference/oracle/schema.ts';
import { messageToJsonText, Unprintable } from '../../reference/oracle/to-json.ts';
import type { CanonicalMessage } from '../../reference/oracle/value.ts';
import { writeMessage } from '../../reference/oracle/write-message.ts';

/** An input of a known message, and its fate. */
export interface Sample {
  readonly input: Uint8Array | string;
  readonly outcome: Outcome;
  /** The bytes written are to be one of these, and no others of the same meaning. */
  readonly spellings?: readonly Uint8Array[];
}

/**
 * A message: the input means that. `reject`: no reader may accept it. `survive`: accepted or refused, as long as there is
 * an answer. Otherwise several legal messages, refusal among them when `orReject`.
 */
export type Outcome =
  | { readonly kind: 'message'; readonly value: CanonicalMessage }
  | { readonly kind: 'reject' }
  | { readonly kind: 'survive' }
  | { readonly kind: 'either'; readonly values: readonly CanonicalMessage[]; readonly orReject: boolean };

export const means = (value: CanonicalMessage): Outcome => ({ kind: 'message', value });
export const refused: Outcome = { kind: 'reject' };
export const survived: Outcome = { kind: 'survive' };

/** What the cases of some samples have in common. */
export interface Rule {
  /** Last segments of the case id, before the way through the codec. */
  readonly id: string;
  /** Clauses of every case; of those that read, and of those that write, a format. */
  readonly clauses: readonly string[];
  readonly read?: { readonly [format in Format]?: readonly string[] };
  readonly written?: { readonly [format in Format]?: readonly string[] };
  readonly level?: Level;
  /** What is sent, e.g. `An overlong varint`; the rest of the sentence is added. */
  readonly what: string;
}

/** Where the samples belong. */
export interface Subject {
  readonly schema: Schema;
  readonly message: MessageInfo;
  /** Name of the field; `''` for the message as a whole. */
  readonly field: string;
}

/** The cases of a rule: input in each format that samples are given in, output in both, refusals in the input's alone. */
export function casesOf(subject: Subject, rule: Rule, samples: readonly Sample[]): FixedCase[] {
  const cases: FixedCase[] = [];
  for (const from of ['binary', 'json'] as const) {
    const inputs = samples.filter((sample) => (typeof sample.input === 'string') === (from === 'json'));
    for (const to of ['binary', 'json'] as const) {
      const steps = inputs
        .filter((sample) => to === from || !isRefusal(sample.outcome))
        .map((sample) => stepOf(subject, sample, to));
      if (steps.length > 0) cases.push(caseOf(subject, rule, { from, to, steps }));
    }
  }
  return cases;
}

const isRefusal = ({ kind }: Outcome): boolean => kind === 'reject' || kind === 'survive';

interface Way {
  readonly from: Format;
  readonly to: Format;
  readonly steps: readonly Step[];
}

function caseOf({ message, field }: Subject, rule: Rule, { from, to, steps }: Way): FixedCase {
  const place = field === '' ? message.name : `${message.name}/${field}`;
  const onlyRefusals = steps.every((step) => step.replies.every((reply) => reply.kind === 'reject'));
  return {
    kind: 'fixed',
    id: `codec/${place}/${rule.id}/${from}-${to}`,
    role: 'codec',
    level: rule.level ?? 'required',
    clauses: [
      ...new Set([...rule.clauses, ...(rule.read?.[from] ?? []), ...(onlyRefusals ? [] : (rule.written?.[to] ?? []))]),
    ],
    description: `${rule.what}: ${field === '' ? message.name : `${field} of ${message.name}`}, ${from} to ${to}.`,
    needs: needsOf(from, to),
    steps,
  };
}

/** Capabilities of a way through the codec. */
export const needsOf = (from: Format, to: Format): Case['needs'] => (from === to ? [from] : ['binary', 'json']);

function stepOf(subject: Subject, sample: Sample, to: Format): Step {
  const { input, outcome, spellings } = sample;
  const replies = spellings !== undefined && to === 'binary' ? spellings.map(exactly) : repliesOf(subject, outcome, to);
  return transcodeStep(subject.message.name, { input, to, replies });
}

/** A transcode command with its legal answers; the input's format follows from its type. */
export function transcodeStep(
  type: string,
  {
    input,
    to,
    replies,
  }: { readonly input: Uint8Array | string; readonly to: Format; readonly replies: readonly Reply[] },
): Step {
  const from: Format = typeof input === 'string' ? 'json' : 'binary';
  return { command: { cmd: 'transcode', type, from, to, data: payloadOf(input) }, replies };
}

function repliesOf(subject: Subject, outcome: Outcome, to: Format): readonly Reply[] {
  switch (outcome.kind) {
    case 'message':
      return [replyOf(subject, outcome.value, to)];
    case 'reject':
      return [rejection];
    case 'survive':
      return [{ kind: 'ok' }, rejection];
    case 'either':
      return [...outcome.values.map((value) => replyOf(subject, value, to)), ...(outcome.orReject ? [rejection] : [])];
    default:
      return outcome satisfies never;
  }
}

/** Success with just these bytes. */
export const exactly = (bytes: Uint8Array): Reply => ({ kind: 'ok', value: { kind: 'bytes', hex: hexOf(bytes) } });

/** Refused, at whatever stage. */
export const rejection: Reply = { kind: 'reject', stages: [] };

/** A message that has no JSON form is to be refused by the writer. */
function replyOf({ schema, message }: Subject, value: CanonicalMessage, to: Format): Reply {
  try {
    return { kind: 'ok', value: expectedMessage(schema, message, { value, to }) };
  } catch (error) {
    if (error instanceof Unprintable) return rejection;
    throw error;
  }
}

/** @throws Unprintable when `to` is json and the message has no JSON form. */
export function expectedMessage(
  schema: Schema,
  message: MessageInfo,
  { value, to }: { readonly value: CanonicalMessage; readonly to: Format },
): Expected {
  const type = message.name;
  if (to === 'binary') return { kind: 'message', type, hex: hexOf(writeMessage(schema, message, value)) };
  return { kind: 'typed-json', type, text: messageToJsonText(schema, message, value) };
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

export const payloadOf = (input: Uint8Array | string): Payload =>
  typeof input === 'string' ? { text: input } : { hex: hexOf(input) };

/**
 * The kit's own judgement of values: takes what was expected and what came, gives the first place where they part.
 * Independent of the code under test: it knows the protocol from the descriptor, and the encodings from their guides.
 */
import type { Profile } from '../../model/case.ts';
import type { Descriptor } from '../../model/descriptor.gen.ts';
import { differenceOfMessages } from './compare-json.ts';
import { differenceOfSlots, type Comparison } from './compare-spec.ts';
import { parseExact, type ExactJson } from './json-text.ts';
import { hasAny, openAnys } from './open-any.ts';
import { readMessage } from './read-message.ts';
import type { Finding } from './reading.ts';
import { createSchema, type Schema } from './schema.ts';
import { SpecTypes, type Slot } from './spec-types.ts';
import { differenceOf, show, type CanonicalMessage, type Difference } from './value.ts';
import { Malformed } from './wire.ts';

export interface Oracle {
  readonly schema: Schema;
  readonly types: SpecTypes;
  /**
   * Do the bytes mean the same message, and could a conformant writer have written them? Order of fields, packing and
   * padding of lengths are free; a negative int32 in five bytes or a default that is written are not.
   * @param type - Full name of a message.
   */
  differenceOfBytes(type: string, expected: Uint8Array, actual: Uint8Array): Difference | undefined;
  /**
   * Does the text mean the same value of the type?
   * @param type - Full name of a message, or name of a type or enum of an event spec.
   */
  differenceOfText(type: string, expected: string, actual: string): Difference | undefined;
  /**
   * Do the texts hold the same arguments of the event? The event is one of the spec, or a message by its full name.
   * @param surface - The arguments are those an application was handed: 64-bit integers may be decimal strings there.
   */
  differenceOfArguments(
    event: string,
    sides: { readonly expected: string; readonly actual: string },
    surface: boolean,
  ): Difference | undefined;
}

export function createOracle(descriptor: Descriptor, profile: Profile): Oracle {
  const schema = createSchema(descriptor);
  const types = new SpecTypes(descriptor, profile);
  const opensAnys = hasAny(schema);
  const comparing = (surface: boolean): Comparison => ({ types, schema, surface });
  return {
    schema,
    types,
    differenceOfBytes: (type, expected, actual) => differenceOfBytes({ schema, opensAnys }, type, { expected, actual }),
    differenceOfText(type, expected, actual) {
      if (expected === actual) return undefined;
      return parsed(expected, actual, (pair) => {
        const message = schema.findMessage(type);
        if (message !== undefined) return differenceOfMessages(schema, message, { ...pair, path: '' });
        return differenceOfSlots(comparing(false), namedSlot(types, type), { ...pair, path: '' });
      });
    },
    differenceOfArguments(name, { expected, actual }, surface) {
      if (expected === actual) return undefined;
      return parsed(expected, actual, (pair) => {
        const event = types.event(name);
        const message = event === undefined ? schema.findMessage(name) : undefined;
        if (!Array.isArray(pair.expected) || !Array.isArray(pair.actual))
          return unequal(pair, 'The arguments are no array.');
        if (pair.expected.length !== pair.actual.length) return unequal(pair, 'The number of arguments differs.');
        for (const [i, value] of (pair.expected as readonly ExactJson[]).entries()) {
          const at = { expected: value, actual: pair.actual[i] as ExactJson, path: `/${i}` };
          const slot: Slot = (event && types.argumentsOf(event)[i]) ?? anything;
          const found =
            message === undefined
              ? differenceOfSlots(comparing(surface), slot, at)
              : differenceOfMessages(schema, message, at);
          if (found !== undefined) return found;
        }
        return undefined;
      });
    },
  };
}

const anything: Slot = {
  type: { kind: 'json' },
  presence: 'required',
  nullable: true,
  int64: { travel: 'number', surface: 'bigint' },
};

/** A type or an enum by its name, as a slot of its own. */
export const namedSlot = (types: SpecTypes, name: string): Slot => ({
  ...anything,
  nullable: false,
  type:
    types.find(name) === undefined && types.enum(name) !== undefined
      ? { kind: 'enum', name, width: 'unknown' }
      : { kind: 'type', name },
});

interface Sides {
  readonly expected: ExactJson;
  readonly actual: ExactJson;
}

const unequal = ({ expected, actual }: Sides, reason: string): Difference => ({
  path: '',
  reason,
  expected: show(expected),
  actual: show(actual),
});

function parsed(
  expected: string,
  actual: string,
  compare: (pair: Sides) => Difference | undefined,
): Difference | undefined {
  let value: ExactJson;
  try {
    value = parseExact(actual);
  } catch (error) {
    return {
      path: '',
      reason: `The answer is not JSON: ${(error as Error).message}`,
      expected: show(expected),
      actual: show(actual),
    };
  }
  return compare({ expected: parseExact(expected), actual: value });
}

function differenceOfBytes(
  { schema, opensAnys }: { readonly schema: Schema; readonly opensAnys: boolean },
  type: string,
  { expected, actual }: { readonly expected: Uint8Array; readonly actual: Uint8Array },
): Difference | undefined {
  if (Buffer.compare(expected, actual) === 0) return undefined;
  const message = schema.message(type);
  const audit: Finding[] = [];
  const opened = (value: CanonicalMessage): CanonicalMessage => (opensAnys ? openAnys(schema, message, value) : value);
  const wanted = readMessage({ schema, audit: undefined }, message, expected);
  try {
    const found = differenceOf(opened(wanted), opened(readMessage({ schema, audit }, message, actual)));
    if (found !== undefined) return found;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const reason = `The bytes are malformed: ${error.message}.`;
    return { path: '', reason, expected: hexOf(expected), actual: hexOf(actual) };
  }
  const [finding] = audit;
  if (finding === undefined) return undefined;
  return {
    path: '',
    reason: `${finding.message} (${finding.clause})`,
    expected: hexOf(expected),
    actual: hexOf(actual),
  };
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

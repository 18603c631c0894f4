/**
 * Mutated bytes: generated decoders accept and refuse what two other implementations accept and refuse, or the difference
 * is one that is known and has its reason.
 */
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage, protoFolder, type Generated } from './test/generated.ts';
import { protobufEs, protobufJs, type Oracle } from './test/oracles.ts';
import { Values } from './test/values.ts';

const protos = ['proto3.proto', 'proto2.proto', 'edition.proto'];
const messages: readonly [module: string, fullName: string, name: string][] = [
  ['proto3', 'codec.three.Scalars', 'Scalars'],
  ['proto3', 'codec.three.Lists', 'Lists'],
  ['proto3', 'codec.three.Maps', 'Maps'],
  ['proto3', 'codec.three.Choices', 'Choices'],
  ['proto3', 'codec.three.Tree', 'Tree'],
  ['proto2', 'codec.two.Closed', 'Closed'],
  ['proto2', 'codec.two.Groups', 'Groups'],
  ['proto2', 'codec.two.Loose', 'Loose'],
];

/** Cuts, inserts, overwrites, doubles: up to three changes of the bytes of a message. */
function mutated(bytes: Uint8Array): Arbitrary<Uint8Array> {
  const change = fc.tuple(
    fc.constantFrom('set', 'insert', 'remove', 'cut', 'double'),
    fc.nat(),
    fc.integer({ min: 0, max: 255 }),
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const all = [...bytes];
    for (const [kind, where, byte] of changes) {
      const at = all.length === 0 ? 0 : where % all.length;
      if (kind === 'set') all[at] = byte;
      else if (kind === 'insert') all.splice(at, 0, byte);
      else if (kind === 'remove') all.splice(at, 1);
      else if (kind === 'cut') all.length = at;
      else all.push(...all.slice(at, at + 40));
    }
    return Uint8Array.from(all);
  });
}

type Outcome = { readonly bytes: Uint8Array } | { readonly error: Error & { readonly code?: string } };

function outcome(run: () => Uint8Array): Outcome {
  try {
    return { bytes: run() };
  } catch (error) {
    return { error: error as Error };
  }
}

describe('mutated bytes', () => {
  const modules = new Map<string, Generated>();
  let values: Values;
  let es: Oracle;
  let js: Oracle;

  beforeAll(async () => {
    const made = await generatePackage({ protos });
    for (const module of ['proto3', 'proto2', 'edition']) modules.set(module, await made.load(module));
    values = new Values(made.protocol);
    es = protobufEs(made.protocol);
    js = await protobufJs(protoFolder, protos);
  });

  it.each(messages)('are judged alike: %s %s', (module, fullName, name) => {
    const generated = modules.get(module)! as Record<string, (value: unknown) => unknown>;
    const encode = generated[`encode${name}`] as (message: unknown) => Uint8Array;
    const decode = generated[`decode${name}`] as (bytes: Uint8Array) => unknown;
    const tally = { agreed: 0, accepted: 0 };
    fc.assert(
      fc.property(
        values.message(fullName).chain((message) => mutated(encode(message))),
        (bytes) => {
          const ours = outcome(() => encode(decode(bytes)));
          const others = [outcome(() => es(fullName, bytes)), outcome(() => js(fullName, bytes))];
          if ('error' in ours) {
            expect(ours.error.name, ours.error.stack).toBe('WireError');
            if (others.some((other) => 'error' in other)) return;
            expect(stricter, Buffer.from(bytes).toString('hex')).toContain(ours.error.code);
          } else {
            // What was accepted is a fixed point.
            expect(encode(decode(ours.bytes))).toStrictEqual(ours.bytes);
            tally.accepted++;
            // One that is stricter than we are has its reasons below; none may be alone in its view of the content.
            const same = others.filter((other) => 'bytes' in other && Buffer.from(other.bytes).equals(ours.bytes));
            const reason =
              same.length > 0 || others.every((other) => 'error' in other && lenient.test(other.error.message));
            if (same.length > 0) tally.agreed++;
            else if (!reason) {
              // Both others may write the same content differently, e.g. unknown fields elsewhere: read it back.
              const read = others.flatMap((other) => ('bytes' in other ? [encode(decode(other.bytes))] : []));
              expect(read.map((each) => Buffer.from(each).toString('hex'))).toContain(
                Buffer.from(ours.bytes).toString('hex'),
              );
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(tally.accepted).toBeGreaterThan(20);
    expect(tally.agreed).toBeGreaterThan(20);
  });
});

/**
 * Codes of what we refuse and both others may accept. Varints of more than ten bytes and tags of more than five are not
 * valid; a packed value or map entry must not read past its length.
 */
const stricter = ['varint-too-long', 'invalid-tag', 'truncated'];

/** What both others may refuse: a known field with another wire type, which belongs to the unknown fields. */
const lenient = /wire ?type|illegal/i;

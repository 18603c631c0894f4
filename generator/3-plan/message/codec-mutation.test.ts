/**
 * Mutated bytes: generated decoders accept and refuse what two other implementations accept and refuse, or the difference
 * is one that is known and has its reason.
 */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage, protoFolder, type Generated } from './test/generated.ts';
import { judgeBytes, mutated } from './test/mutated.ts';
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
          const verdict = judgeBytes({ fullName, encode, decode, others: [es, js] }, bytes);
          if (verdict !== 'refused') tally.accepted++;
          if (verdict === 'agreed') tally.agreed++;
        },
      ),
      { numRuns: 600 }, // The fuzzer (`npm run fuzz`) goes on where this ends.
    );
    expect(tally.accepted).toBeGreaterThan(20);
    expect(tally.agreed).toBeGreaterThan(20);
  });
});

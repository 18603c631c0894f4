/** Laws of the generated codecs, and their agreement with two other implementations. */
import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { generatePackage, protoFolder, type Generated } from './test/generated.ts';
import { protobufEs, protobufJs, type Oracle } from './test/oracles.ts';
import { Values } from './test/values.ts';

const protos = ['proto3.proto', 'proto2.proto', 'edition.proto'];
const messages: readonly [module: string, fullName: string, name: string][] = [
  ...['Scalars', 'Optionals', 'Lists', 'Maps', 'Choices', 'Tree', 'Names', 'Empty', 'Message'].map(
    (name) => ['proto3', `codec.three.${name}`, name] as [string, string, string],
  ),
  ...['Required', 'Defaults', 'Closed', 'Groups', 'Loose'].map(
    (name) => ['proto2', `codec.two.${name}`, name] as [string, string, string],
  ),
  ['edition', 'codec.edition.Features', 'Features'],
];

interface Codec {
  encode(message: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
}

function codecOf(modules: ReadonlyMap<string, Generated>, module: string, name: string): Codec {
  const generated = modules.get(module)! as Record<string, (value: unknown) => unknown>;
  return {
    encode: (message) => generated[`encode${name}`]!(message) as Uint8Array,
    decode: (bytes) => generated[`decode${name}`]!(bytes),
  };
}

describe.each(['bigint', 'number', 'string'] as const)('with int64 as %s', (int64) => {
  const modules = new Map<string, Generated>();
  let values: Values;
  let es: Oracle;
  let js: Oracle;

  beforeAll(async () => {
    const made = await generatePackage({ protos, int64 });
    for (const module of ['proto3', 'proto2', 'edition']) modules.set(module, await made.load(module));
    values = new Values(made.protocol);
    es = protobufEs(made.protocol);
    js = await protobufJs(protoFolder, protos);
  });

  it.each(messages)('decodes what it encoded: %s %s', (module, fullName, name) => {
    const codec = codecOf(modules, module, name);
    fc.assert(
      fc.property(values.message(fullName), (message) => {
        const bytes = codec.encode(message);
        deepStrictEqual(codec.decode(bytes), message);
        deepStrictEqual(codec.encode(codec.decode(bytes)), bytes);
      }),
    );
  });

  it.each(messages)('writes the bytes that others write: %s %s', (module, fullName, name) => {
    const codec = codecOf(modules, module, name);
    fc.assert(
      fc.property(values.message(fullName), (message) => {
        const bytes = codec.encode(message);
        deepStrictEqual(es(fullName, bytes), bytes);
        deepStrictEqual(codec.decode(js(fullName, bytes)), message);
      }),
    );
  });
});

/** Laws of the generated ProtoJSON codecs, and their agreement with two other implementations. */
import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { generatePackage, protoFolder, type Generated } from './test/generated.ts';
import { protobufEsJson, protobufJsJson, type JsonOracle } from './test/json-oracles.ts';
import { Values } from './test/values.ts';

const protos = ['proto3.proto', 'proto2.proto', 'edition.proto', 'json.proto'];
const modules = { proto3: 'codec.three', proto2: 'codec.two', edition: 'codec.edition', json: 'codec.json' } as const;
const messages: readonly [module: keyof typeof modules, name: string][] = [
  ...['Scalars', 'Optionals', 'Lists', 'Maps', 'Choices', 'Tree', 'Names', 'Empty', 'Message'].map(
    (name) => ['proto3', name] as ['proto3', string],
  ),
  ...['Required', 'Defaults', 'Closed', 'Groups', 'Loose'].map((name) => ['proto2', name] as ['proto2', string]),
  ['edition', 'Features'],
  ['json', 'JsonNames'],
];

interface Codec {
  encode(message: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
  toJson(message: unknown): unknown;
  fromJson(json: unknown): unknown;
  toText(message: unknown): string;
  fromText(text: string): unknown;
  is(value: unknown): boolean;
  validate(value: unknown): readonly { readonly path: string }[];
}

function codecOf(generated: Generated, name: string): Codec {
  const at = generated as Record<string, (value: unknown) => unknown>;
  return {
    encode: at[`encode${name}`] as Codec['encode'],
    decode: at[`decode${name}`] as Codec['decode'],
    toJson: at[`toJson${name}`]!,
    fromJson: at[`fromJson${name}`]!,
    toText: at[`toJsonString${name}`] as Codec['toText'],
    fromText: at[`fromJsonString${name}`]!,
    is: at[`is${name}`] as Codec['is'],
    validate: at[`validate${name}`] as Codec['validate'],
  };
}

describe.each(['bigint', 'number', 'string'] as const)('with int64 as %s', (int64) => {
  // The other forms of 64-bit integers change little.
  const runs = { numRuns: int64 === 'bigint' ? 60 : 15 };
  const loaded = new Map<string, Generated>();
  let values: Values;
  let es: JsonOracle;
  let js: JsonOracle;

  beforeAll(async () => {
    const made = await generatePackage({ protos, int64 });
    for (const module of Object.keys(modules)) loaded.set(module, await made.load(module));
    values = new Values(made.protocol);
    es = protobufEsJson(made.protocol);
    js = await protobufJsJson(protoFolder, protos);
  });

  const codec = (module: string, name: string): Codec => codecOf(loaded.get(module)!, name);

  it.each(messages)('reads what it wrote: %s %s', (module, name) => {
    const { toJson, fromJson, toText, fromText } = codec(module, name);
    fc.assert(
      fc.property(values.message(`${modules[module]}.${name}`), (message) => {
        const text = toText(message);
        deepStrictEqual(fromText(text), message);
        deepStrictEqual(toJson(message), JSON.parse(text));
        deepStrictEqual(fromJson(toJson(message)), message);
      }),
      runs,
    );
  });

  // Neither of the others takes a JSON name that is another field's name.
  it.each(messages.filter(([, name]) => name !== 'JsonNames'))('agrees with others: %s %s', (module, name) => {
    const fullName = `${modules[module]}.${name}`;
    const { encode, decode, toText, fromText } = codec(module, name);
    fc.assert(
      fc.property(values.message(fullName), (message) => {
        const bytes = encode(message);
        const text = toText(message);
        // protobufjs takes `__proto__` for the prototype.
        for (const other of name === 'Names' ? [es] : [es, js]) {
          deepStrictEqual(unsigned(fromText(other.toJson(fullName, bytes))), unsigned(message));
          deepStrictEqual(encode(fromText(text)), bytes);
          deepStrictEqual(unsigned(decode(other.fromJson(fullName, text))), unsigned(message));
        }
      }),
      runs,
    );
  });

  it.each(messages)('takes it for valid: %s %s', (module, name) => {
    const { is, validate } = codec(module, name);
    fc.assert(
      fc.property(values.message(`${modules[module]}.${name}`), (message) => {
        deepStrictEqual(validate(message), []);
        deepStrictEqual(is(message), true);
      }),
      runs,
    );
  });
});

/** The others drop the sign of zero. */
function unsigned(value: unknown): unknown {
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(unsigned);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unsigned(member)]));
}

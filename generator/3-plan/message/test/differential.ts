/** Compiles a .proto text with our generator and two others, and checks messages of it against all three. */
import { deepStrictEqual } from 'node:assert';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Protocol } from '../../../ir/protocol.ts';
import { knownDifferences, type Peer } from './differences.ts';
import { generatePackage, type Generated, type TestAssets } from './generated.ts';
import { jsonOf, type JsonOracle } from './json-oracles.ts';
import { judgeBytes } from './mutated.ts';
import { esRegistry, jsRoot, oracleOf, type Oracle } from './oracles.ts';
import { Values } from './values.ts';

/** The generated functions of one message type. */
export interface MessageCodec {
  readonly fullName: string;
  encode(message: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
  toJson(message: unknown): unknown;
  fromJson(json: unknown): unknown;
  toText(message: unknown): string;
  fromText(text: string): unknown;
  is(value: unknown): boolean;
  validate(value: unknown): readonly unknown[];
}

export interface PeerCodec {
  readonly name: Peer;
  readonly binary: Oracle;
  /** Undefined where its ProtoJSON is known to differ. */
  readonly json: JsonOracle | undefined;
}

export interface Compiled {
  readonly messages: readonly MessageCodec[];
  readonly peers: readonly PeerCodec[];
  readonly values: Values;
}

/** @throws Error when one of the three refuses the file, other than by a known difference. */
export async function compile(text: string, assets: TestAssets): Promise<Compiled> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-random-'));
  await writeFile(path.join(folder, 'random.proto'), text);
  const made = await generatePackage({ folder, protos: ['random.proto'], assets });
  const module = await made.load('random');
  const peers: PeerCodec[] = [];
  const differs = (peer: Peer, scope: 'all' | 'json'): boolean =>
    knownDifferences.some((each) => each.peer === peer && each.scope === scope && each.file.test(text));
  if (!differs('protobuf-es', 'all')) {
    const registry = esRegistry(made.protocol);
    const { binary, json } = { binary: oracleOf(registry), json: jsonOf(registry) };
    peers.push({ name: 'protobuf-es', binary, json: differs('protobuf-es', 'json') ? undefined : json });
  }
  if (!differs('protobufjs', 'all')) {
    const root = await jsRoot(folder, ['random.proto']);
    const { binary, json } = { binary: oracleOf(root), json: jsonOf(root) };
    peers.push({ name: 'protobufjs', binary, json: differs('protobufjs', 'json') ? undefined : json });
  }
  return { messages: codecs(module, made.protocol), peers, values: new Values(made.protocol) };
}

/** One for each message of the package `random`. */
function codecs(module: Generated, protocol: Protocol): MessageCodec[] {
  const at = module as Record<string, never>;
  return protocol.files[0]!.messages.map(({ fullName }) => {
    const name = fullName.split('.').slice(1).join('_');
    return {
      fullName,
      encode: at[`encode${name}`]!,
      decode: at[`decode${name}`]!,
      toJson: at[`toJson${name}`]!,
      fromJson: at[`fromJson${name}`]!,
      toText: at[`toJsonString${name}`]!,
      fromText: at[`fromJsonString${name}`]!,
      is: at[`is${name}`]!,
      validate: at[`validate${name}`]!,
    };
  });
}

/** A change of the bytes of a message is judged alike by all. @throws Error where ours is alone in its view. */
export function checkMutation(codec: MessageCodec, peers: readonly PeerCodec[], bytes: Uint8Array): void {
  if (peers.length === 2) judgeBytes({ ...codec, others: peers.map(({ binary }) => binary) }, bytes);
}

/** Two messages of a type go through all three in every form. @throws Error that says what differs. */
export function checkMessages(
  codec: MessageCodec,
  peers: readonly PeerCodec[],
  [a, b]: readonly [unknown, unknown],
): void {
  const { fullName, encode, decode, toText, fromText } = codec;
  const bytes = encode(a);
  deepStrictEqual(decode(bytes), a, 'decode(encode(m)) is not m');
  deepStrictEqual(encode(decode(bytes)), bytes, 'encoding is not deterministic');
  deepStrictEqual(codec.validate(a), []);
  deepStrictEqual(codec.is(a), true);
  const text = toText(a);
  deepStrictEqual(fromText(text), a, 'fromJsonString(toJsonString(m)) is not m');
  deepStrictEqual(codec.toJson(a), JSON.parse(text), 'the JSON value is not that of the text');
  deepStrictEqual(codec.fromJson(codec.toJson(a)), a, 'fromJson(toJson(m)) is not m');
  const both = Uint8Array.from([...bytes, ...encode(b)]);
  const merged = encode(decode(both));
  for (const { name, binary, json } of peers) {
    deepStrictEqual(decode(binary(fullName, bytes)), a, `${name} writes another message`);
    deepStrictEqual(hex(encode(decode(binary(fullName, both)))), hex(merged), `${name} merges otherwise`);
    if (json === undefined) continue;
    deepStrictEqual(
      unsigned(fromText(json.toJson(fullName, bytes))),
      unsigned(a),
      `the JSON of ${name} is read otherwise`,
    );
    deepStrictEqual(unsigned(decode(json.fromJson(fullName, text))), unsigned(a), `${name} reads our JSON otherwise`);
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The same value without signs of zeros, which the JSON of the others drops. */
export function unsigned(value: unknown): unknown {
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(unsigned);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unsigned(member)]));
}

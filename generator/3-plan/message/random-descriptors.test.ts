/**
 * Random .proto files, each compiled by our generator, by protobufjs and for @bufbuild/protobuf, and random messages of
 * each, whole and damaged: all agree, or the difference is a known one. `npm run fuzz:descriptors` runs more of them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { checkMessages, checkMutation, compile, type Compiled, type MessageCodec } from './test/differential.ts';
import { prepareAssets, type TestAssets } from './test/generated.ts';
import { mutated } from './test/mutated.ts';
import { printFile, rawFile } from './test/random-proto.ts';

/** The same files in every run of the tests; `npm run fuzz:descriptors` takes others. */
const seed = Number(process.env['WIREMARK_SEED'] ?? 1);
const runs = Number(process.env['WIREMARK_RUNS'] ?? 4);
const root = packageRoot();

/** A failure as a file of its own. */
interface Fixture {
  readonly reason: string;
  readonly proto: string;
  /** Full name of the message. */
  readonly message: string;
  /** Two messages that are checked, then damaged bytes, all in base64. */
  readonly bytes: readonly string[];
}

let assets: TestAssets;
beforeAll(async () => {
  assets = await prepareAssets();
});

describe('random descriptors', () => {
  it(`mean the same to all: ${runs} files, seed ${seed}`, { timeout: 24 * 3_600_000 }, async () => {
    const failures = new Map<string, Fixture>();
    const outcome = await fc.check(
      fc.asyncProperty(rawFile(6), fc.integer(), async (raw, seed) => {
        const proto = printFile(raw);
        try {
          const compiled = await compile(proto, assets);
          for (const codec of compiled.messages) checkRandom(compiled, codec, seed);
        } catch (error) {
          const found = error instanceof Found ? error : new Found(error, '', []);
          failures.set(JSON.stringify([raw, seed]), {
            reason: found.message,
            proto,
            message: found.type,
            bytes: found.bytes,
          });
          throw error;
        }
      }),
      { seed, numRuns: runs },
    );
    if (outcome.counterexample === null) return;
    const fixture = failures.get(JSON.stringify(outcome.counterexample))!;
    const name = createHash('sha256').update(JSON.stringify(fixture)).digest('hex').slice(0, 12);
    const folder = path.join(root, '.wiremark/descriptors');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(fixture, undefined, 2)}\n`);
    expect.fail(`seed ${outcome.seed}, path ${outcome.counterexamplePath}; saved as .wiremark/descriptors/${name}.json
${fixture.proto}\n${fixture.message}: ${fixture.reason}`);
  });

  it.each(fixtures())('found before: %s', async (_, { proto, message, bytes }) => {
    const { messages, peers } = await compile(proto, assets);
    const codec = messages.find(({ fullName }) => fullName === message)!;
    const [a, b, ...damaged] = bytes.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
    checkMessages(codec, peers, [codec.decode(a!), codec.decode(b!)]);
    for (const each of damaged) checkMutation(codec, peers, each);
  });
});

function fixtures(): [string, Fixture][] {
  const folder = path.join(root, 'fixtures/descriptors');
  const names = globSync('*.json', { cwd: folder }).sort();
  return names.map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Fixture]);
}

/** What a check found, with the bytes that show it. */
class Found extends Error {
  readonly type: string;
  readonly bytes: readonly string[];

  constructor(cause: unknown, type: string, bytes: readonly Uint8Array[]) {
    super((cause as Error).message, { cause });
    this.type = type;
    this.bytes = bytes.map((each) => Buffer.from(each).toString('base64'));
  }
}

/** Random messages of one type, as they are and damaged. */
function checkRandom({ peers, values }: Compiled, codec: MessageCodec, seed: number): void {
  const message = values.message(codec.fullName);
  const inputs = fc
    .tuple(message, message)
    .chain(([a, b]) => fc.tuple(fc.constant([a, b] as const), mutated(codec.encode(a))));
  const outcome = fc.check(
    fc.property(inputs, ([pair, damaged]) => {
      checkMessages(codec, peers, pair);
      checkMutation(codec, peers, damaged);
    }),
    { seed, numRuns: 5 },
  );
  if (outcome.counterexample === null) return;
  const [[[a, b], damaged]] = outcome.counterexample;
  throw new Found(outcome.errorInstance, codec.fullName, [codec.encode(a), codec.encode(b), damaged]);
}

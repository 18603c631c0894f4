/**
 * Random messages of every type of a generated package, through the package and through @bufbuild/protobuf over the
 * descriptors that protoc made of the same files. Usage: exercise.js PACKAGE_FOLDER DESCRIPTOR_SET
 */
import { deepStrictEqual } from 'node:assert';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFileRegistry, fromBinary, fromJsonString, toBinary, toJsonString } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import type { Arbitrary } from 'fast-check';

type Call = (...args: readonly unknown[]) => unknown;
type Module = Readonly<Record<string, Call>>;
interface Entry {
  readonly name: string;
  readonly typeName: string;
  readonly module: string;
}

/** Of each type; the seed is fixed, so that a run can be repeated. */
const messagesOfEach = 4;

const [folder, descriptors] = process.argv.slice(2).map((each) => path.resolve(each));
const load = async (file: string): Promise<Module> =>
  (await import(pathToFileURL(path.join(folder!, 'lib', file)).href)) as Module;
const { messages } = JSON.parse(await readFile(path.join(folder!, 'descriptor.json'), 'utf8')) as { messages: Entry[] };
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, await readFile(descriptors!)));

const { sample } = await import('fast-check');
const seen = { types: 0, messages: 0, withoutJson: 0, faults: [] as string[] };
const arbitraries = await load('arbitraries.js');
const modules = new Map<string, Module>();
const uses = new Map<string, number>();
for (const { name, typeName, module } of messages) {
  if (!modules.has(module)) modules.set(module, await load(`${module}.js`));
  const schema = registry.getMessage(name);
  const arbitrary = arbitraryOf(typeName);
  if (schema === undefined || arbitrary === undefined) {
    seen.faults.push(`${name}: ${schema === undefined ? 'protoc has no such message' : 'it has no arbitrary'}`);
    continue;
  }
  seen.types++;
  const call = (verb: string): Call => modules.get(module)![verb + typeName]!;
  for (const message of sample(arbitrary, { seed: 1, numRuns: messagesOfEach })) {
    seen.messages++;
    try {
      const bytes = call('encode')(message) as Uint8Array;
      deepStrictEqual(call('decode')(bytes), message);
      deepStrictEqual(Buffer.from(toBinary(schema, fromBinary(schema, bytes))), Buffer.from(bytes));
      const theirs: string | undefined = outcome(() => toJsonString(schema, fromBinary(schema, bytes), { registry }));
      const ours = outcome(() => call('toJsonString')(message) as string);
      // An Any of a type that is not there has no JSON, nor has a time out of range.
      if (theirs === undefined || ours === undefined) {
        seen.withoutJson++;
        deepStrictEqual(ours === undefined, theirs === undefined, 'only one of us writes JSON');
        continue;
      }
      deepStrictEqual(unsigned(call('fromJsonString')(theirs)), unsigned(message));
      deepStrictEqual(
        unsigned(call('decode')(toBinary(schema, fromJsonString(schema, ours, { registry })))),
        unsigned(message),
      );
    } catch (error) {
      seen.faults.push(`${name}: ${(error as Error).message.slice(0, 600)}`);
      break;
    }
  }
}
process.stdout.write(JSON.stringify(seen));

/** Where messages of several files have one name, those of the later files have `$` behind it. */
function arbitraryOf(typeName: string): Arbitrary<unknown> | undefined {
  const before = uses.get(typeName) ?? 0;
  uses.set(typeName, before + 1);
  return arbitraries[`arbitrary${typeName}${'$'.repeat(before)}`]?.() as Arbitrary<unknown> | undefined;
}

function outcome<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/** Without the signs of zeros, which protobuf-es drops in JSON. */
function unsigned(value: unknown): unknown {
  if (value === 0) return 0;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(unsigned);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unsigned(member)]));
}

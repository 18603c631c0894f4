/**
 * A testee for Google's conformance runner over a package that we generated: the runner's own messages included. Reads
 * u32 little-endian lengths and requests from stdin, writes answers likewise. Usage: google-testee.js PACKAGE_FOLDER
 */
import { readSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.argv[2] ?? '.');
type Api = Record<string, (...args: unknown[]) => unknown>;
const { messages } = JSON.parse(await readFile(path.join(folder, 'descriptor.json'), 'utf8')) as {
  messages: { name: string; typeName: string; module: string }[];
};

/** By path. The index gives modules whose names clash as namespaces, so each module is loaded by itself. */
const modules = new Map<string, Api>();
for (const module of new Set(messages.map((message) => message.module))) {
  modules.set(module, (await import(pathToFileURL(path.join(folder, `lib/${module}.js`)).href)) as Api);
}
const types = messages.map(({ module, typeName }) => modules.get(module)![`anyTypeOf${typeName}`]).filter(Boolean);
const extensions = [...modules.values()]
  .flatMap((module) => Object.values(module))
  .filter((value) => 'extendee' in value);
const functionsOf = new Map(
  messages.map(({ name, typeName, module }) => {
    const call = (verb: string) => modules.get(module)![verb + typeName]!;
    return [
      name,
      { decode: call('decode'), encode: call('encode'), read: call('fromJsonString'), write: call('toJsonString') },
    ];
  }),
);

/** WireFormat and TestCategory of conformance.proto. */
const binaryFormat = 1;
const jsonFormat = 2;
const ignoreUnknownTest = 3;

interface Request {
  payload: { case: string; value: unknown } | undefined;
  requestedOutputFormat: number;
  messageType: string;
  testCategory: number;
}
type Answer = { case: string; value: unknown };

function answer({ payload, requestedOutputFormat, messageType, testCategory }: Request): Answer {
  if (messageType === 'conformance.FailureSet') return { case: 'protobufPayload', value: new Uint8Array(0) };
  const functions = functionsOf.get(messageType);
  if (functions === undefined) return { case: 'runtimeError', value: `unknown type ${messageType}` };
  let message: unknown;
  try {
    if (payload?.case === 'protobufPayload') message = functions.decode(payload.value);
    else if (payload?.case === 'jsonPayload') {
      const ignoreUnknown = testCategory === ignoreUnknownTest;
      message = functions.read(payload.value, { ignoreUnknown, types, extensions, uniqueKeys: true });
    } else return { case: 'skipped', value: `${payload?.case} is not supported` };
  } catch (error) {
    return { case: 'parseError', value: String(error) };
  }
  try {
    if (requestedOutputFormat === binaryFormat) return { case: 'protobufPayload', value: functions.encode(message) };
    if (requestedOutputFormat === jsonFormat)
      return { case: 'jsonPayload', value: functions.write(message, { types, extensions }) };
    return { case: 'skipped', value: `output format ${requestedOutputFormat} is not supported` };
  } catch (error) {
    return { case: 'serializeError', value: String(error) };
  }
}

/** Reads exactly n bytes; undefined at the end of input. */
function readExactly(n: number): Buffer | undefined {
  const buffer = Buffer.alloc(n);
  for (let done = 0; done < n;) {
    const read = retrying(() => readSync(0, buffer, done, n - done, null));
    if (read === 0) return undefined;
    done += read;
  }
  return buffer;
}

function writeAll(bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += retrying(() => writeSync(1, bytes, done));
}

/** A pipe that is not ready says EAGAIN; end of input is 0. */
function retrying(operation: () => number): number {
  for (;;) {
    try {
      return operation();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

const requests = functionsOf.get('conformance.ConformanceRequest')!;
const responses = functionsOf.get('conformance.ConformanceResponse')!;
for (;;) {
  const head = readExactly(4);
  if (head === undefined) break;
  const request = readExactly(head.readUInt32LE(0));
  if (request === undefined) break;
  const decoded = requests.decode(new Uint8Array(request)) as Request;
  const bytes = responses.encode({ result: answer(decoded) }) as Uint8Array;
  const framed = Buffer.alloc(4 + bytes.length);
  framed.writeUInt32LE(bytes.length, 0);
  framed.set(bytes, 4);
  writeAll(framed);
}

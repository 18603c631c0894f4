// A codec as a testee: node codec.mjs PACKAGE. Reads a JSON object a line, writes one for each. Replace the four calls with
// those of your own codec; everything else may stay as it is.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.argv[2]);
const { messages, types, derivedTypes } = JSON.parse(await readFile(path.join(folder, 'descriptor.json'), 'utf8'));
const codecs = new Map();
for (const { name, typeName, module } of [...messages, ...types, ...derivedTypes]) {
  const codec = await import(pathToFileURL(path.join(folder, `lib/${module}.js`)).href);
  codecs.set(name, (verb) => codec[verb + typeName]);
}
const known = [...codecs.values()].map((codec) => codec('anyTypeOf')).filter(Boolean); // what an Any may hold

const hello = {
  version: 1,
  impl: { name: 'JavaScript codec', language: 'JavaScript' },
  roles: ['codec'],
  caps: ['binary', 'json'],
};

function transcode({ type, to, data }) {
  const codec = codecs.get(type);
  let message;
  try {
    message =
      'b64' in data
        ? codec('decode')(Buffer.from(data.b64, 'base64'))
        : codec('fromJsonString')(data.text, { types: known });
  } catch (error) {
    return { reject: { stage: 'decode', message: String(error) } };
  }
  try {
    if (to === 'json') return { ok: { text: codec('toJsonString')(message, { types: known }) } };
    return { ok: { b64: Buffer.from(codec('encode')(message)).toString('base64') } };
  } catch (error) {
    return { reject: { stage: 'encode', message: String(error) } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer =
    request.cmd === 'hello' ? { ok: hello } : request.cmd === 'transcode' ? transcode(request) : { ok: {} };
  process.stdout.write(`${JSON.stringify({ id: request.id, ...answer })}\n`);
  if (request.cmd === 'stop') break;
}

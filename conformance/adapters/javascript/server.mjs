// A server as a testee: node server.mjs PACKAGE. Replace `frameOf` with your server: have it send the event, and report each
// frame that leaves it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const { bindings } = JSON.parse(readFileSync(path.join(folder, 'descriptor.json'), 'utf8'));
const binding = bindings.find(({ kind }) => kind === 'json-envelope');
const base = binding.codec;
const codec = await import(pathToFileURL(path.resolve(folder, 'lib/index.js')).href);
const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const hello = {
  version: 1,
  impl: { name: 'JavaScript server', language: 'JavaScript' },
  roles: ['server'],
  caps: [],
};

/** Arguments come as JSON text, so that 64-bit integers keep their digits. */
function frameOf(event, args) {
  const [nameKey, argsKey] = [binding.event, binding.args].map((pointer) => JSON.stringify(pointer.slice(1)));
  const text = `{${nameKey}:${JSON.stringify(event)},${argsKey}:${args}}`;
  return codec[`toJsonString${base}`](codec[`fromJsonString${base}`](text));
}

function answer({ cmd, session, event, args }) {
  if (cmd === 'hello') return { ok: hello };
  if (cmd !== 'inject') return { ok: {} };
  try {
    write({ ev: 'sent', session, frame: { text: frameOf(event, args.text) } });
    return { ok: {} };
  } catch (error) {
    return { reject: { stage: 'validate', message: String(error) } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  write({ id: request.id, ...answer(request) });
  if (request.cmd === 'stop') break;
}

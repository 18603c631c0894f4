// A client as a testee: node client.mjs PACKAGE. Replace `receive` with your client: hand it the frame, and report each event
// that it raises.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const { bindings } = JSON.parse(readFileSync(path.join(folder, 'descriptor.json'), 'utf8'));
const { codec: base } = bindings.find(({ kind }) => kind === 'json-envelope');
const codec = await import(pathToFileURL(path.resolve(folder, 'lib/index.js')).href);
const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const hello = {
  version: 1,
  impl: { name: 'JavaScript client', language: 'JavaScript' },
  roles: ['client'],
  caps: ['reports'],
};

/** Calls `listener` with the name and the arguments, as JSON text so that 64-bit integers keep their digits. */
function receive(frame, listener) {
  const event = codec[`fromJsonString${base}`](frame);
  const text = codec[`toJsonString${base}`](event);
  listener(event.event, text.slice(text.indexOf('['), text.lastIndexOf(']') + 1));
}

function answer({ cmd, session, frame }) {
  if (cmd === 'hello') return { ok: hello };
  if (cmd !== 'deliver') return { ok: {} };
  try {
    receive(frame.text ?? '', (event, args) => write({ ev: 'emit', session, event, args: { text: args } }));
    return { ok: {} };
  } catch (error) {
    return { reject: { stage: 'protocol', message: String(error) } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  write({ id: request.id, ...answer(request) });
  if (request.cmd === 'stop') break;
}

/** A peer as a testee: node testee.mjs PEER ROOT FILE, after generate.mjs with the same ROOT and FILE. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const [peer, root, file] = process.argv.slice(2);
const stem = path.relative(root, file).replace(/\.proto$/, '');
const generated = (name) => import(new URL(`../gen/conformance/${name}`, import.meta.url).href);
const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

/** Each gives its package, and the codec of a message by its full name; without ProtoJSON it has no `fromJson` and `toJson`. */
const peers = {
  'protobufjs reflection': async () => {
    const { default: protobuf } = await import('protobufjs');
    const { default: protojson } = await import('protobufjs/ext/protojson.js');
    const types = await protobuf.load(file);
    const codec = (type) => {
      const Message = types.lookupType(type);
      return {
        decode: (bytes) => Message.decode(bytes),
        encode: (message) => Message.encode(message).finish(),
        fromJson: (text) => protojson.fromJsonString(Message, text),
        toJson: (message) => protojson.toJsonString(Message, message),
      };
    };
    return { package: 'protobufjs', json: true, codec };
  },
  'protobufjs static': async () => {
    const types = await generated('protobufjs.mjs');
    const codec = (type) => {
      const Message = type.split('.').reduce((scope, name) => scope[name], types);
      return {
        decode: (bytes) => Message.decode(bytes),
        encode: (message) => Message.encode(message).finish(),
      };
    };
    return { package: 'protobufjs', json: false, codec };
  },
  '@bufbuild/protobuf': async () => {
    const library = await import('@bufbuild/protobuf');
    const types = await generated(`es/${stem}_pb.js`);
    const codec = (type) => {
      const schema = types[`${type.split('.').at(-1)}Schema`];
      return {
        decode: (bytes) => library.fromBinary(schema, bytes),
        encode: (message) => library.toBinary(schema, message),
        fromJson: (text) => library.fromJsonString(schema, text),
        toJson: (message) => library.toJsonString(schema, message),
      };
    };
    return { package: '@bufbuild/protobuf', json: true, codec };
  },
  'ts-proto': async () => {
    const types = await generated(`ts-proto/${stem}.mjs`);
    const codec = (type) => {
      const Message = types[type.split('.').at(-1)];
      return {
        decode: (bytes) => Message.decode(bytes),
        encode: (message) => Message.encode(message).finish(),
        fromJson: (text) => Message.fromJSON(JSON.parse(text)),
        toJson: (message) => JSON.stringify(Message.toJSON(message)),
      };
    };
    return { package: 'ts-proto', json: true, codec };
  },
  '@protobuf-ts': async () => {
    const types = await generated(`protobuf-ts/${stem}.js`);
    const codec = (type) => {
      const Message = types[type.split('.').at(-1)];
      return {
        decode: (bytes) => Message.fromBinary(bytes),
        encode: (message) => Message.toBinary(message),
        fromJson: (text) => Message.fromJsonString(text),
        toJson: (message) => Message.toJsonString(message),
      };
    };
    return { package: '@protobuf-ts/runtime', json: true, codec };
  },
  pbf: async () => {
    const { PbfReader, PbfWriter } = await import('pbf');
    const types = await generated('pbf.mjs');
    const codec = (type) => {
      const name = type.split('.').at(-1);
      return {
        decode: (bytes) => types[`read${name}`](new PbfReader(bytes)),
        encode: (message) => {
          const writer = new PbfWriter();
          types[`write${name}`](message, writer);
          return writer.finish();
        },
      };
    };
    return { package: 'pbf', json: false, codec };
  },
};

const { package: name, json, codec } = await peers[peer]();

function transcode({ type, to, data }) {
  const { decode, encode, fromJson, toJson } = codec(type);
  let message;
  try {
    message = 'b64' in data ? decode(new Uint8Array(Buffer.from(data.b64, 'base64'))) : fromJson(data.text);
  } catch (error) {
    return { reject: { stage: 'decode', message: String(error) } };
  }
  try {
    if (to === 'json') return { ok: { text: toJson(message) } };
    return { ok: { b64: Buffer.from(encode(message)).toString('base64') } };
  } catch (error) {
    return { reject: { stage: 'encode', message: String(error) } };
  }
}

const hello = {
  version: 1,
  impl: { name: peer, version: versionOf(name), language: 'JavaScript' },
  roles: ['codec'],
  caps: json ? ['binary', 'json'] : ['binary'],
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer =
    request.cmd === 'hello' ? { ok: hello } : request.cmd === 'transcode' ? transcode(request) : { ok: {} };
  process.stdout.write(`${JSON.stringify({ id: request.id, ...answer })}\n`);
  if (request.cmd === 'stop') break;
}

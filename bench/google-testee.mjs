// A testee for Google's conformance runner on @bufbuild/protobuf, with the protos as a descriptor set:
//   node_modules/.bin/buf build PROTOS -o IMAGE.binpb && node google-testee.mjs IMAGE.binpb
// It holds the kit's Google dialect against an implementation that is not ours.
import { readFileSync, readSync, writeSync } from 'node:fs';
import { create, createFileRegistry, fromBinary, fromJsonString, toBinary, toJsonString } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(process.argv[2])));
const request = registry.getMessage('conformance.ConformanceRequest');
const response = registry.getMessage('conformance.ConformanceResponse');

/** Members of conformance.WireFormat and conformance.TestCategory. */
const [binary, json, ignoreUnknown] = [1, 2, 3];

function answer({ messageType, payload, requestedOutputFormat, testCategory }) {
  if (messageType === 'conformance.FailureSet') return { case: 'protobufPayload', value: new Uint8Array(0) };
  const schema = registry.getMessage(messageType);
  if (schema === undefined) return { case: 'runtimeError', value: `unknown type ${messageType}` };
  let message;
  try {
    if (payload.case === 'protobufPayload') message = fromBinary(schema, payload.value);
    else if (payload.case === 'jsonPayload') {
      const options = { registry, ignoreUnknownFields: testCategory === ignoreUnknown };
      message = fromJsonString(schema, payload.value, options);
    } else return { case: 'skipped', value: `no ${payload.case}` };
  } catch (error) {
    return { case: 'parseError', value: String(error) };
  }
  try {
    if (requestedOutputFormat === binary) return { case: 'protobufPayload', value: toBinary(schema, message) };
    if (requestedOutputFormat === json)
      return { case: 'jsonPayload', value: toJsonString(schema, message, { registry }) };
    return { case: 'skipped', value: `no output format ${requestedOutputFormat}` };
  } catch (error) {
    return { case: 'serializeError', value: String(error) };
  }
}

/** @returns The next n bytes of stdin, or undefined at its end. */
function read(n) {
  const buffer = Buffer.alloc(n);
  for (let have = 0; have < n;) {
    const got = readSync(0, buffer, have, n - have, null);
    if (got === 0) return undefined;
    have += got;
  }
  return buffer;
}

for (let head = read(4); head !== undefined; head = read(4)) {
  const result = answer(fromBinary(request, new Uint8Array(read(head.readUInt32LE(0)))));
  const bytes = toBinary(response, create(response, { result }));
  const framed = Buffer.alloc(4 + bytes.length);
  framed.writeUInt32LE(bytes.length, 0);
  framed.set(bytes, 4);
  for (let done = 0; done < framed.length;) done += writeSync(1, framed, done);
}

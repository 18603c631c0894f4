/** The codecs on the scoreboard, and how each is started as a testee for one proto file. */
import path from 'node:path';
import { packageRoot } from '../../diagnostics/package-root.ts';

/** What all of them are asked about. */
export interface Protocol {
  /** Generated package. */
  readonly package: string;
  /** Import root. */
  readonly root: string;
  readonly file: string;
  /** The same as a descriptor set. */
  readonly set: string;
}

export interface Codec {
  readonly name: string;
  command(protocol: Protocol): readonly [string, ...string[]];
}

const adapters = path.join(packageRoot(), 'conformance/adapters');
const testee = path.join(packageRoot(), 'bench/conformance/testee.mjs');

const peer = (name: string): Codec => ({
  name,
  command: ({ root, file }) => [process.execPath, testee, name, root, file],
});

export const codecs: readonly Codec[] = [
  {
    name: 'wiremark',
    command: (protocol) => [process.execPath, path.join(adapters, 'javascript/codec.mjs'), protocol.package],
  },
  peer('@bufbuild/protobuf'),
  peer('@protobuf-ts'),
  peer('protobufjs reflection'),
  peer('protobufjs static'),
  peer('ts-proto'),
  peer('pbf'),
  {
    name: 'Python protobuf',
    command: ({ set }) => ['/usr/bin/python3', path.join(adapters, 'python/codec.py'), set],
  },
];

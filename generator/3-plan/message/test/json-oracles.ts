/** ProtoJSON of two other implementations, to judge ours by. Both go between bytes and JSON text. */
import { fromBinary, fromJsonString, toBinary, toJsonString, type DescMessage } from '@bufbuild/protobuf';
import protobufjs from 'protobufjs';
import protojson from 'protobufjs/ext/protojson.js';
import type { Protocol } from '../../../ir/protocol.ts';
import { esRegistry, jsRoot } from './oracles.ts';

export interface JsonOracle {
  /** JSON text of an encoded message. */
  toJson(fullName: string, bytes: Uint8Array): string;
  /** The encoded message of JSON text; throws when it is none. */
  fromJson(fullName: string, text: string): Uint8Array;
}

export function protobufEsJson(protocol: Protocol): JsonOracle {
  const registry = esRegistry(protocol);
  const schemaOf = (fullName: string): DescMessage => registry.getMessage(fullName)!;
  return {
    toJson: (fullName, bytes) => toJsonString(schemaOf(fullName), fromBinary(schemaOf(fullName), bytes), { registry }),
    fromJson: (fullName, text) => toBinary(schemaOf(fullName), fromJsonString(schemaOf(fullName), text, { registry })),
  };
}

/** @param folder - Where the .proto files lie. */
export async function protobufJsJson(folder: string, protos: readonly string[]): Promise<JsonOracle> {
  const root = await jsRoot(folder, protos);
  return {
    toJson: (fullName, bytes) => {
      const type = root.lookupType(fullName);
      return protojson.toJsonString(type, type.decode(protobufjs.Reader.create(bytes)));
    },
    fromJson: (fullName, text) => {
      const type = root.lookupType(fullName);
      return type.encode(protojson.fromJsonString(type, text)).finish();
    },
  };
}

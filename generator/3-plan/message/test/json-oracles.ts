/** ProtoJSON of two other implementations, to judge ours by. Both go between bytes and JSON text. */
import {
  fromBinary,
  fromJsonString,
  toBinary,
  toJsonString,
  type DescMessage,
  type FileRegistry,
} from '@bufbuild/protobuf';
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

export const protobufEsJson = (protocol: Protocol): JsonOracle => jsonOf(esRegistry(protocol));

/** @param folder - Where the .proto files lie. */
export async function protobufJsJson(folder: string, protos: readonly string[]): Promise<JsonOracle> {
  return jsonOf(await jsRoot(folder, protos));
}

/** Either of the others, over the types that it holds. */
export function jsonOf(types: FileRegistry | protobufjs.Root): JsonOracle {
  if (types instanceof protobufjs.Root) {
    return {
      toJson: (fullName, bytes) => {
        const type = types.lookupType(fullName);
        return protojson.toJsonString(type, type.decode(protobufjs.Reader.create(bytes)));
      },
      fromJson: (fullName, text) => {
        const type = types.lookupType(fullName);
        return type.encode(protojson.fromJsonString(type, text)).finish();
      },
    };
  }
  const schemaOf = (fullName: string): DescMessage => types.getMessage(fullName)!;
  const registry = types;
  return {
    toJson: (fullName, bytes) => toJsonString(schemaOf(fullName), fromBinary(schemaOf(fullName), bytes), { registry }),
    fromJson: (fullName, text) => toBinary(schemaOf(fullName), fromJsonString(schemaOf(fullName), text, { registry })),
  };
}

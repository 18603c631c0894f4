/** A package as a generator would make it, for tests without one: its functions are the oracle's, and protobufjs reads its JSON. */
import type { Descriptor } from '../../model/descriptor.gen.ts';
import type { LoadedPackage } from '../../model/package.ts';
import { parseExact, printExact, type ExactJson, type JsonObject } from '../oracle/json-text.ts';
import { createOracle, namedSlot } from '../oracle/oracle.ts';
import { reflect } from '../oracle/protobufjs.ts';
import { readMessage } from '../oracle/read-message.ts';
import { messageToJsonText, Unprintable } from '../oracle/to-json.ts';
import type { CanonicalMessage } from '../oracle/value.ts';
import { Malformed } from '../oracle/wire.ts';
import { writeMessage } from '../oracle/write-message.ts';

class WireError extends Error {}
class JsonError extends Error {}
class EncodeError extends Error {}

function raising<T>(kind: new (message: string) => Error, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new kind((error as Error).message);
  }
}

export async function packageOf(descriptor: Descriptor): Promise<LoadedPackage> {
  const { schema, types } = createOracle(descriptor, 'interpreted');
  const { type: typeOf, json } = await reflect(descriptor);
  const exports: Record<string, unknown> = {};
  for (const { name, typeName } of descriptor.messages) {
    const message = schema.message(name);
    const read = (bytes: Uint8Array): CanonicalMessage => readMessage({ schema, audit: undefined }, message, bytes);
    exports[`decode${typeName}`] = (bytes: Uint8Array) => {
      try {
        return read(bytes);
      } catch (error) {
        throw error instanceof Malformed ? new WireError(error.message) : error;
      }
    };
    exports[`encode${typeName}`] = (value: CanonicalMessage) => writeMessage(schema, message, value);
    exports[`toJsonString${typeName}`] = (value: CanonicalMessage) => {
      try {
        return messageToJsonText(schema, message, value);
      } catch (error) {
        throw error instanceof Unprintable ? new EncodeError(error.message) : error;
      }
    };
    exports[`fromJsonString${typeName}`] = (text: string) =>
      raising(JsonError, () =>
        read(
          typeOf(name)
            .encode(json.fromJsonString(typeOf(name), text))
            .finish(),
        ),
      );
  }
  for (const node of descriptor.enums) {
    exports[node.typeName] = Object.fromEntries(node.members.map(({ property, value }) => [property, value]));
    exports[`${node.typeName}Names`] = Object.fromEntries(
      node.members.toReversed().map(({ name, value }) => [value, name]),
    );
  }
  for (const { name, typeName } of [...descriptor.types, ...descriptor.derivedTypes]) {
    exports[`fromJsonString${typeName}`] = (text: string) =>
      checked(
        raising(JsonError, () => parseExact(text)),
        (value) => types.accepts(namedSlot(types, name), value),
      );
    exports[`toJsonString${typeName}`] = printExact;
  }
  const event = (value: ExactJson): boolean => {
    const { event: name, args } = value as JsonObject;
    const spec = typeof name === 'string' ? types.event(name) : undefined;
    if (spec === undefined || !Array.isArray(args) || args.length > spec.arguments.length) return false;
    return spec.arguments.every((slot, i) => types.accepts(slot, args[i] as ExactJson | undefined));
  };
  exports['fromJsonStringSampleEvent'] = (text: string) =>
    checked(
      raising(JsonError, () => parseExact(text)),
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && event(value),
    );
  exports['toJsonStringSampleEvent'] = printExact;
  return { folder: '/sample', descriptor, hash: '', exports };
}

function checked(value: ExactJson, isLegal: (value: ExactJson) => boolean): ExactJson {
  if (!isLegal(value)) throw new JsonError('The value is not what the spec asks for.');
  return value;
}

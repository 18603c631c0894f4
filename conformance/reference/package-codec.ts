/** The codec functions of a generated package, by the names of its messages, types and enums. */
import type { Enum } from '../model/descriptor.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { Request, Value } from '../model/testee-message.gen.ts';
import { guarded, Refused } from './refused.ts';

type Transcode = Extract<Request, { cmd: 'transcode' }>;

export interface PackageCodec {
  /** @throws Refused */
  transcode(request: Transcode): Value;
  /**
   * Reads JSON text as a message or type, and writes it again.
   * @throws Refused
   */
  throughJson(name: string, text: string): string;
}

type Function = (value: unknown, options?: JsonOptions) => unknown;

/** What readers and writers of JSON are told: all that an Any may hold, which the kit's cases count on. */
interface JsonOptions {
  readonly types: readonly unknown[];
}

/** The four ways in and out of one message or type. */
interface Functions {
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly encode: (message: unknown) => Uint8Array;
  readonly read: (text: string, options: JsonOptions) => unknown;
  readonly write: (message: unknown, options: JsonOptions) => string;
}

export function codecOf(pkg: LoadedPackage): PackageCodec {
  const { messages, types, derivedTypes, enums } = pkg.descriptor;
  const named = new Map([...messages, ...types, ...derivedTypes].map((type) => [type.name, type]));
  const options: JsonOptions = {
    types: messages.flatMap((type) => exportOf(pkg, type, 'anyTypeOf') ?? []),
  };
  const numbered = new Map(enums.filter(({ kind }) => kind === 'integer').map((node) => [node.name, node]));
  const functions = new Map<string, Functions>();
  const of = (name: string): Functions => {
    let found = functions.get(name);
    if (found === undefined)
      functions.set(name, (found = functionsOf(pkg, named.get(name) ?? { typeName: name, module: '' })));
    return found;
  };
  const throughJson = (name: string, text: string): string => {
    const node = named.has(name) ? undefined : numbered.get(name);
    if (node !== undefined) return enumThroughJson(pkg, node, text);
    const { read, write } = of(name);
    const message = guarded('decode', () => read(text, options));
    return guarded('encode', () => write(message, options));
  };
  return {
    throughJson,
    transcode({ type, from, to, data }) {
      if (from === 'json' && to === 'json') return { text: throughJson(type, 'text' in data ? data.text : '') };
      const { decode, encode, read, write } = of(type);
      const message = guarded('decode', () =>
        'b64' in data ? decode(new Uint8Array(Buffer.from(data.b64, 'base64'))) : read(data.text, options),
      );
      return guarded('encode', () =>
        to === 'json' ? { text: write(message, options) } : { b64: Buffer.from(encode(message)).toString('base64') },
      );
    },
  };
}

/** A type as the descriptor lists it. */
interface Named {
  readonly typeName: string;
  readonly module: string;
}

/** What the package exports for a type; modules whose names clash with those of others are namespaces of the index. */
function exportOf({ exports }: LoadedPackage, { typeName, module }: Named, prefix: string): unknown {
  const name = `${prefix}${typeName}`;
  const namespace = exports[module.replaceAll(/[^\w$]/g, '_')] as LoadedPackage['exports'] | undefined;
  return exports[name] ?? namespace?.[name];
}

function functionsOf(pkg: LoadedPackage, type: Named): Functions {
  const get = (prefix: string): Function => {
    const found = exportOf(pkg, type, prefix);
    if (typeof found !== 'function') return missing(`${prefix}${type.typeName}`);
    return found as Function;
  };
  return {
    decode: get('decode') as Functions['decode'],
    encode: get('encode') as Functions['encode'],
    read: get('fromJsonString') as Functions['read'],
    write: get('toJsonString') as Functions['write'],
  };
}

/** Types of an event spec have no binary form; asking for what is not there is a fault of the package. */
const missing =
  (name: string): Function =>
  () => {
    throw new Error(`The package does not export "${name}".`);
  };

/** An enum alone: a name or a number comes in, the name goes out, or the number where none of the members has it. */
function enumThroughJson(pkg: LoadedPackage, node: Enum, text: string): string {
  const values = exportOf(pkg, node, '') as Readonly<Record<string, number>>;
  const names = exportOf(pkg, { ...node, typeName: `${node.typeName}Names` }, '') as Readonly<Record<number, string>>;
  const given: unknown = JSON.parse(text);
  const properties = new Map(node.members.map(({ name, property }) => [name, property]));
  const property = typeof given === 'string' ? properties.get(given) : undefined;
  const number = property === undefined ? given : values[property];
  if (typeof number !== 'number') throw new Refused('decode', 'enum-name', `${node.name} has no member ${text}.`);
  return JSON.stringify(names[number] ?? number);
}

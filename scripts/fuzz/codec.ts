/** Takes the folder of a generated package, gives the functions of each of its types, as the fuzzer calls them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Call = (...args: readonly unknown[]) => unknown;

/** The functions of one type. */
export interface Codec {
  readonly name: string;
  /** Undefined for types of an event spec, which have no bytes. */
  readonly binary: { decode(bytes: Uint8Array): unknown; encode(message: unknown): Uint8Array } | undefined;
  read(text: string, options: object): unknown;
  write(value: unknown): string;
  fromJson(json: unknown, options: object): unknown;
  is(value: unknown): boolean;
}

interface Entry {
  readonly typeName: string;
  readonly module: string;
}
interface Descriptor {
  readonly messages: readonly Entry[];
  readonly types: readonly (Entry & { readonly kind: string })[];
  readonly bindings: readonly { readonly codec?: string }[];
  readonly files: readonly { readonly module: string }[];
}

/** Messages, documented types and the union of events, in the order of the descriptor; the last one stands first. */
export async function loadCodecs(folder: string): Promise<Codec[]> {
  const descriptor = JSON.parse(await readFile(path.join(folder, 'descriptor.json'), 'utf8')) as Descriptor;
  const modules = new Map<string, Readonly<Record<string, Call>>>();
  for (const { module } of descriptor.files) {
    const url = pathToFileURL(path.join(folder, `lib/${module}.js`)).href;
    modules.set(module, (await import(url)) as Readonly<Record<string, Call>>);
  }
  const unions = descriptor.bindings.flatMap(({ codec }) =>
    codec === undefined ? [] : [{ typeName: codec, module: descriptor.files[0]!.module }],
  );
  const found = (prefix: string) =>
    [...modules.values()]
      .flatMap((module) => Object.entries(module))
      .filter(([name]) => name.startsWith(prefix))
      .map(([, value]) => value);
  const types = found('anyTypeOf');
  const extensions = [...modules.values()].flatMap((module) => Object.values(module)).filter((v) => 'extendee' in v);
  return [...unions, ...descriptor.messages, ...descriptor.types].flatMap(({ typeName, module }) => {
    const call = (verb: string): Call | undefined => modules.get(module)?.[verb + typeName];
    const [decode, encode, read, write] = [
      call('decode'),
      call('encode'),
      call('fromJsonString'),
      call('toJsonString'),
    ];
    const [fromJson, is] = [call('fromJson'), call('is')];
    if (read === undefined || write === undefined || fromJson === undefined || is === undefined) return [];
    return {
      name: typeName,
      binary: decode && encode && { decode, encode: encode as (message: unknown) => Uint8Array },
      read: (text, options) => read(text, { types, extensions, ...options }),
      write: (value) => write(value, { types, extensions }) as string,
      fromJson: (json, options) => fromJson(json, { types, extensions, ...options }),
      is: is as (value: unknown) => boolean,
    } satisfies Codec;
  });
}

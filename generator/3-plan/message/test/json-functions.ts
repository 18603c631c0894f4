/** The JSON functions of the test messages, generated and loaded, by message name. */
import { generatePackage } from './generated.ts';

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

export interface JsonFunctions {
  /** Calls `name` of the module that has it. */
  call(name: string, ...args: readonly unknown[]): unknown;
  /** `fromJsonStringX`. */
  read(type: string, text: string, options?: object): unknown;
  /** `toJsonStringX` of a message of defaults but for those given. */
  write(type: string, message: object, options?: object): unknown;
  /** An exported constant. */
  constant(name: string): unknown;
}

export async function loadJsonFunctions(): Promise<JsonFunctions> {
  const protos = ['proto3.proto', 'proto2.proto', 'edition.proto', 'json.proto'];
  const made = await generatePackage({ protos });
  const google = ['duration', 'wrappers', 'struct', 'any', 'empty'].map((name) => `google/protobuf/${name}`);
  const names = ['proto3', 'proto2', 'edition', 'json', ...google];
  const modules = (await Promise.all(names.map((name) => made.load(name)))) as unknown as readonly Functions[];
  const find = (name: string): Functions => {
    const module = modules.find((each) => each[name] !== undefined);
    if (module === undefined) throw new Error(`There is no ${name}.`);
    return module;
  };
  const call = (name: string, ...args: readonly unknown[]): unknown => find(name)[name]!(...args);
  return {
    call,
    read: (type, text, options) => call(`fromJsonString${type}`, text, options),
    write: (type, message, options) => call(`toJsonString${type}`, call(`create${type}`, message), options),
    constant: (name) => find(name)[name],
  };
}

/** Extensions in ProtoJSON: members named `[full.name]`. Those that the options do not list are unknown fields. */
import { addExtension, extensionBytes, type Extendable } from './extension.ts';
import type { JsonReadOptions, JsonWriteOptions } from './json-options.ts';
import { unknownField } from './json-read.ts';
import { stringText } from './json-write-scalar.ts';

/**
 * Reads a member that is no field of the message `of`.
 * @param options - For what lies in the message.
 * @throws {JsonError} `unknown-field` unless it is an extension, or to be ignored; and what the extension's reader throws.
 */
export function readExtension(
  message: Extendable,
  { of, key, value }: { readonly of: string; readonly key: string; readonly value: unknown },
  options: JsonReadOptions,
): void {
  const extension = options.extensions?.find(({ extendee, name }) => extendee === of && `[${name}]` === key);
  if (extension === undefined) unknownField(key, options);
  else addExtension(message, extension.fromJson(value, options));
}

/**
 * Adds to the text of a message `of` so far the members for its extensions.
 * @param options - For what lies in the message.
 */
export function withExtensions(
  json: string,
  { of, unknown }: { readonly of: string; readonly unknown: readonly Uint8Array[] | undefined },
  options: JsonWriteOptions,
): string {
  if (unknown === undefined) return json;
  for (const extension of options.extensions ?? []) {
    const bytes = extension.extendee === of ? extensionBytes(unknown, extension) : undefined;
    const text = bytes === undefined ? '' : extension.toText(bytes, options);
    if (text !== '') json = `${json === '' ? '{' : `${json},`}${stringText(`[${extension.name}]`)}:${text}`;
  }
  return json;
}

/**
 * `google.protobuf.Any` in ProtoJSON: the message that it holds, with its type's URL as `@type`. Which types it may hold is
 * the caller's list, so that only those are bundled.
 */
import { JsonError } from './errors.ts';
import { within, wrongType } from './json-error.ts';
import type { AnyType, JsonReadOptions, JsonWriteOptions } from './json-options.ts';
import { asObject, inner } from './json-read.ts';
import { below } from './json-write.ts';
import { stringText } from './json-write-scalar.ts';
import { setOwn } from './own.ts';

/** The properties of an `Any`. */
interface AnyMessage {
  typeUrl: string;
  value: Uint8Array;
}

/** JSON text of an `Any`. @throws {JsonError} `unknown-type` when the list does not have its type. */
export function anyText(any: AnyMessage, options: JsonWriteOptions | undefined): string {
  if (any.typeUrl === '' && any.value.length === 0) return '{}';
  const { special, toText } = findType(any.typeUrl, options?.types);
  const text = toText(any.value, below(options));
  const head = `{"@type":${stringText(any.typeUrl)}`;
  if (special) return `${head},"value":${text}}`;
  return text === '{}' ? `${head}}` : `${head},${text.slice(1)}`;
}

/** An `Any` from JSON. @throws {JsonError} `unknown-type`, `missing-type`, `wrong-type`, and what the type's reader throws. */
export function asAny(json: unknown, options: JsonReadOptions | undefined): AnyMessage {
  const members = asObject(json);
  const nested = inner(options);
  const typeUrl = members['@type'];
  if (typeUrl === undefined && Object.keys(members).length === 0) return { typeUrl: '', value: new Uint8Array(0) };
  if (typeof typeUrl !== 'string') throw new JsonError('missing-type', 'an Any needs its type’s URL as "@type"');
  const { special, fromJson } = findType(typeUrl, options?.types);
  const rest = withoutType(members);
  if (!special) return { typeUrl, value: fromJson(rest, nested) };
  const [other] = Object.keys(rest).filter((key) => key !== 'value');
  if (other !== undefined && options?.ignoreUnknown !== true) {
    throw within(new JsonError('unknown-field', 'beside "@type", only "value" may stand'), other);
  }
  if (!Object.hasOwn(rest, 'value')) throw wrongType('a member "value"', undefined);
  try {
    return { typeUrl, value: fromJson(rest['value'], nested) };
  } catch (error) {
    throw within(error, 'value');
  }
}

function withoutType(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rest: Record<string, unknown> = {};
  for (const key in members) if (key !== '@type') setOwn(rest, key, members[key]);
  return rest;
}

/** The type that a URL ends with. Source: the comments of google/protobuf/any.proto. */
function findType(url: string, types: readonly AnyType[] | undefined): AnyType {
  const slash = url.lastIndexOf('/');
  const found = slash < 0 ? undefined : types?.find(({ name }) => name === url.slice(slash + 1));
  if (found === undefined)
    throw new JsonError('unknown-type', `the option "types" has no type for ${JSON.stringify(url)}`);
  return found;
}

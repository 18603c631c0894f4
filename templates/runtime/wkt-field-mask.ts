/**
 * `google.protobuf.FieldMask` in ProtoJSON: paths in lower camel case, with commas between them. Source: the comments of
 * google/protobuf/field_mask.proto.
 */
import { JsonError } from './errors.ts';
import { asString } from './json-read-scalar.ts';
import { stringText } from './json-write-scalar.ts';

/** `"user.displayName,photo"`. @throws {JsonError} `bad-field-mask` when a path would not be read as it was. */
export function fieldMaskText({ paths }: { readonly paths: readonly string[] }): string {
  return stringText(Array.from(paths, toCamelCase).join(','));
}

/** @throws {JsonError} `wrong-type`; `bad-field-mask` when a path is empty or not in lower camel case. */
export function asFieldMask(json: unknown): { paths: string[] } {
  const text = asString(json);
  return { paths: text === '' ? [] : text.split(',').map(toSnakeCase) };
}

function toCamelCase(path: string): string {
  const camel = path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (camel.includes(',') || toSnakeCase(camel) !== path) {
    throw new JsonError('bad-field-mask', `the path ${JSON.stringify(path)} has no JSON form`);
  }
  return camel;
}

function toSnakeCase(path: string): string {
  if (path === '' || path.includes('_')) throw new JsonError('bad-field-mask', `not a path: ${JSON.stringify(path)}`);
  return path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

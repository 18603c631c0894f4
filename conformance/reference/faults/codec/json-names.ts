/** Faults in the names of fields in ProtoJSON. */
import type { FieldInfo, MessageInfo } from '../../oracle/schema.ts';
import type { Fault } from '../fault.ts';
import { all, naming, writesNames } from './json-names-tools.ts';
import { record } from './json-tree.ts';
import { type FieldTest, any, anyMessage } from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, readsJson, refusesText } from './ways.ts';

const renamed: FieldTest = ({ name, jsonName }) => name !== jsonName;

const lowerCamel = (name: string): string => name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const declaredName: FieldTest = ({ name, jsonName }) => jsonName !== lowerCamel(name);

const acceptsNames = (change: (name: string, message: MessageInfo) => string | undefined) =>
  acceptsJson({
    object: (object, message) =>
      record(
        Object.entries(object).flatMap(([name, value]) => {
          const other = message.byJsonName.has(name) ? name : change(name, message);
          return other === undefined ? [] : [[other, value] as const];
        }),
      ),
  });

/** A field whose names are alike but for something. */
const alike = (name: string, { fields }: MessageInfo, same: (name: string) => string): string | undefined =>
  fields.find(({ jsonName, name: original }) => same(jsonName) === same(name) || same(original) === same(name))
    ?.jsonName;

export const jsonNamesFaults: readonly Fault[] = [
  codec(
    'names-of-the-proto-written',
    ['json.name.lower-camel'],
    any(renamed),
    writesNames((name, field) => field?.name ?? name),
  ),
  codec(
    'names-in-upper-camel',
    ['json.name.lower-camel'],
    any(renamed),
    writesNames((name, field) => (field === undefined ? name : name[0]!.toUpperCase() + name.slice(1))),
  ),
  codec(
    'json-name-ignored-on-writing',
    ['json.name.lower-camel'],
    any(declaredName),
    writesNames((name, field) => (field === undefined ? name : lowerCamel(field.name))),
  ),
  codec(
    'json-name-ignored-on-reading',
    ['json.name.lower-camel', 'values.field.carried'],
    any(declaredName),
    readsJson({
      object: naming((name, field) =>
        field !== undefined && name === field.jsonName && declaredName(field) ? undefined : name,
      ),
    }),
  ),
  codec(
    'digits-end-a-word',
    ['json.name.lower-camel'],
    any(({ jsonName }) => /\d/.test(jsonName)),
    writesNames((name, field) => (field === undefined ? name : name.replace(/(\d)/, '_$1'))),
  ),
  codec(
    'original-name-refused',
    ['json.name.original'],
    any(renamed),
    refusesNames(({ name, jsonName }, given) => name !== jsonName && given === name),
  ),
  codec(
    'original-name-dropped',
    ['json.name.original'],
    any(renamed),
    readsJson({
      object: naming((name, field) =>
        field !== undefined && renamed(field) && name === field.name ? undefined : name,
      ),
    }),
  ),
  codec(
    'json-name-refused',
    ['json.name.lower-camel', 'values.field.carried'],
    any(renamed),
    refusesNames(({ name, jsonName }, given) => name !== jsonName && given === jsonName),
  ),
  codec(
    'names-without-case',
    ['json.name.unknown'],
    all,
    acceptsNames((name, message) => alike(name, message, (text) => text.toLowerCase())),
  ),
  codec(
    'names-without-underscores',
    ['json.name.unknown'],
    all,
    acceptsNames((name, message) => alike(name, message, (text) => text.replaceAll('_', ''))),
  ),
  codec(
    'names-trimmed',
    ['json.name.unknown'],
    all,
    acceptsNames((name, message) => alike(name, message, (text) => text.trim())),
  ),
  codec(
    'numbers-as-names',
    ['json.name.unknown'],
    all,
    acceptsNames((name, message) => message.byNumber.get(Number(name))?.jsonName),
  ),
  codec(
    'unknown-names-accepted',
    ['json.name.unknown'],
    all,
    acceptsNames(() => undefined),
  ),
  codec(
    'unknown-names-accepted-when-null',
    ['json.name.unknown'],
    all,
    acceptsJson({
      object: (object, message) =>
        naming((name, field, value) => (field === undefined && value === null ? undefined : name))(object, message),
    }),
  ),
  codec(
    'inherited-names-accepted',
    ['json.name.unknown'],
    all,
    acceptsNames((name) => (name in {} ? undefined : name)),
  ),
  codec(
    'at-type-accepted-anywhere',
    ['json.name.unknown'],
    all,
    acceptsNames((name) => (name === '@type' ? undefined : name)),
  ),
  codec(
    'extension-names-accepted',
    ['json.name.unknown'],
    all,
    acceptsNames((name) => (name.startsWith('[') ? undefined : name)),
  ),
  codec('escaped-names-not-found', ['values.field.carried', 'json.name.lower-camel'], all, refusesText(/\{\s*"\\u/)),
  codec(
    'order-of-names-matters',
    ['json.field.order'],
    anyMessage(({ fields }) => fields.length > 2),
    refusesOrder(),
  ),
];

function refusesNames(isRefused: (field: FieldInfo, given: string) => boolean): Fault['wrap'] {
  return readsJson({
    object: (object, message) =>
      Object.keys(object).some((name) => message.byJsonName.has(name) && isRefused(message.byJsonName.get(name)!, name))
        ? record([['noSuchName', 1]])
        : object,
  });
}

function refusesOrder(): Fault['wrap'] {
  return readsJson({
    object: (object, message) => {
      const numbers = Object.keys(object).flatMap((name) => message.byJsonName.get(name)?.number ?? []);
      return numbers.some((number, i) => i > 0 && number < numbers[i - 1]!) ? record([['noSuchName', 1]]) : object;
    },
  });
}

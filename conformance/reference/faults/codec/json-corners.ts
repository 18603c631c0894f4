/** Faults in the text of JSON that show at one spelling alone. */
import { isObject, type ExactJson } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { all } from './json-names-tools.ts';
import { record } from './json-tree.ts';
import { accepts, isString, prints, refuses } from './json-values-tools.ts';
import { any, both, everywhere, explicit, holds, integer, list, map, not, oneof, scalar, singular } from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, acceptsPattern, readsJson, readsText, writesJson, writesText } from './ways.ts';

const text = scalar('string');
export const jsonCornersFaults: readonly Fault[] = [
  codec(
    'escaped-quote-lost',
    ['json.string'],
    any(text),
    readsText((given) => given.replaceAll(String.raw`\"`, '')),
  ),
  codec(
    'escaped-backslash-lost',
    ['json.string'],
    any(text),
    readsText((given) => given.replaceAll('\\\\', '')),
  ),
  codec(
    'backspace-lost',
    ['json.string'],
    any(text),
    readsText((given) => given.replaceAll(/\\[bf]/g, '')),
  ),
  codec(
    'tab-escape-lost',
    ['json.string'],
    any(text),
    readsText((given) => given.replaceAll(/\\[tnr]/g, ' ')),
  ),
  codec(
    'backslash-printed-raw',
    ['json.string'],
    any(text),
    writesText((given) => given.replaceAll('\\\\', '\\')),
  ),
  codec(
    'quote-printed-raw',
    ['json.string'],
    any(text),
    writesText((given) => given.replaceAll('\\"', '"')),
  ),
  codec(
    'astral-characters-printed-halved',
    ['json.string', 'binary.string.utf8'],
    any(text),
    writesText((given) => given.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, (pair) => pair[0]!)),
  ),
  codec(
    'not-ascii-printed-as-question-marks',
    ['json.string', 'binary.string.utf8'],
    any(text),
    writesText((given) => given.replaceAll(/[^\0-\x7f]/g, '?')),
  ),
  codec(
    'controls-in-keys-printed-raw',
    ['json.map.hostile-key', 'json.map', 'values.roundtrip.json', 'json.string'],
    any(both(map, everywhere)),
    writesJson({
      whole: (value, field) =>
        map(field) && isObject(value)
          ? record(Object.entries(value).map(([key, item]) => [key.replaceAll(/["\\\p{Cc}]/gu, ''), item] as const))
          : value,
    }),
  ),
  codec(
    'base64-padding-in-the-middle-accepted',
    ['json.bytes.invalid'],
    any(scalar('bytes')),
    accepts(scalar('bytes'), (value) => (isString(value) ? value.replaceAll('=', '') : value)),
  ),
  codec(
    'base64-spaces-skipped',
    ['json.bytes.invalid'],
    any(scalar('bytes')),
    accepts(scalar('bytes'), (value) => (isString(value) ? value.replaceAll(/\s/g, '') : value)),
  ),
  codec(
    'base64-mixed-alphabets-refused',
    ['json.bytes.input'],
    any(scalar('bytes')),
    refuses(scalar('bytes'), (value) => isString(value) && value.includes('-') && !value.includes('=')),
  ),
  codec(
    'array-is-bytes',
    ['json.bytes.invalid'],
    any(scalar('bytes')),
    accepts(scalar('bytes'), (value) => (Array.isArray(value) ? '' : value)),
  ),
  codec(
    'object-is-bytes',
    ['json.bytes.invalid'],
    any(scalar('bytes')),
    accepts(scalar('bytes'), (value) => (isObject(value) ? '' : value)),
  ),
  codec(
    'bool-is-bytes',
    ['json.bytes.invalid'],
    any(scalar('bytes')),
    accepts(scalar('bytes'), (value) => (typeof value === 'boolean' ? '' : value)),
  ),
  codec(
    'empty-string-is-bool',
    ['json.bool'],
    any(scalar('bool')),
    accepts(scalar('bool'), (value) => (value === '' ? false : value)),
  ),
  codec(
    'array-is-bool',
    ['json.bool'],
    any(scalar('bool')),
    accepts(scalar('bool'), (value) => (Array.isArray(value) ? true : value)),
  ),
  codec(
    'empty-array-is-scalar',
    ['json.int.type', 'json.string', 'json.bool', 'json.float.form'],
    all,
    accepts(both(singular, not(holds())), (value) => (Array.isArray(value) && value.length === 0 ? null : value)),
  ),
  codec(
    'array-of-one-is-its-element',
    ['json.int.type', 'json.string', 'json.bool', 'json.float.form', 'json.bytes.invalid', 'json.enum.unknown-name'],
    all,
    accepts(both(singular, not(map)), (value) =>
      Array.isArray(value) && value.length === 1 ? (value[0] as ExactJson) : value,
    ),
  ),
  codec(
    'unknown-names-accepted-when-empty',
    ['json.name.unknown'],
    all,
    acceptsJson({
      object: (object, message) =>
        record(
          Object.entries(object).filter(
            ([name, value]) => message.byJsonName.has(name) || !(isObject(value) && Object.keys(value).length === 0),
          ),
        ),
    }),
  ),
  codec(
    'unknown-names-with-arrays-accepted',
    ['json.name.unknown'],
    all,
    acceptsJson({
      object: (object, message) =>
        record(Object.entries(object).filter(([name, value]) => message.byJsonName.has(name) || !Array.isArray(value))),
    }),
  ),
  codec(
    'empty-name-accepted',
    ['json.name.unknown'],
    all,
    acceptsJson({ object: (object) => record(Object.entries(object).filter(([name]) => name !== '')) }),
  ),
  codec(
    'names-with-dashes-accepted',
    ['json.name.unknown'],
    all,
    acceptsPattern(/(?<=[a-z])-([a-z])(?=\w*":)/g, '_$1'),
  ),
  codec(
    'original-names-refused-inside',
    ['json.name.original'],
    any(holds()),
    refuses(
      both(holds(), not(map)),
      (value) => isObject(value) && Object.keys(value).some((name) => name.includes('_')),
    ),
  ),
  codec(
    'explicit-false-not-printed',
    ['json.presence.kept'],
    any(both(explicit, scalar('bool'))),
    prints(both(explicit, scalar('bool')), (value) => (value === false ? null : value)),
  ),
  codec(
    'explicit-empty-string-not-printed',
    ['json.presence.kept'],
    any(both(explicit, text)),
    prints(both(explicit, text), (value) => (value === '' ? null : value)),
  ),
  codec(
    'oneof-empty-message-not-printed',
    ['json.presence.kept', 'binary.oneof.default', 'binary.message.empty'],
    any(both(oneof, holds())),
    prints(both(oneof, holds()), (value) => (isObject(value) && Object.keys(value).length === 0 ? null : value)),
  ),
  codec(
    'list-empty-messages-not-printed',
    ['json.list', 'binary.list.order', 'binary.message.empty'],
    any(both(list, holds())),
    writesJson({
      whole: (value, field) =>
        list(field) && Array.isArray(value)
          ? value.filter((item) => !isObject(item as ExactJson) || Object.keys(item as object).length > 0)
          : value,
    }),
  ),
  codec(
    'list-defaults-not-printed',
    ['json.list', 'binary.list.order'],
    any(both(list, integer)),
    writesJson({
      whole: (value, field) =>
        both(list, integer)(field) && Array.isArray(value) ? value.filter((item) => item !== 0 && item !== '0') : value,
    }),
  ),
  codec(
    'map-defaults-not-printed',
    ['json.map', 'json.default.omitted', 'values.field.carried', 'binary.map.entry'],
    any(map),
    writesJson({
      whole: (value, field) =>
        map(field) && isObject(value)
          ? record(
              Object.entries(value).filter(([, item]) => item !== '' && item !== 0 && item !== '0' && item !== false),
            )
          : value,
    }),
  ),
  codec(
    'numbers-of-strings-in-strings-refused',
    ['json.string'],
    any(text),
    refuses(text, (value) => isString(value) && /^\d+$/.test(value)),
  ),
  codec(
    'string-null-word-is-unset',
    ['json.string'],
    any(text),
    readsJson({ element: (value, field) => (text(field) && value === 'null' ? '' : value) }),
  ),
];

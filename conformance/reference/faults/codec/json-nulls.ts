/** Faults in null and oneofs of ProtoJSON. */
import { type ExactJson, isObject } from '../../oracle/json-text.ts';
import type { Fault } from '../fault.ts';
import { record } from './json-tree.ts';
import { accepts, reads, text } from './json-values-tools.ts';
import { any, both, holds, list, map, oneof, scalar, singular } from './places.ts';
import { codec } from './row.ts';
import { acceptsJson, readsJson, refusesJson } from './ways.ts';

export const jsonNullsFaults: readonly Fault[] = [
  codec(
    'null-refused',
    ['json.null.field'],
    any(singular),
    refusesJson((value, field) => value === null && !holds('value')(field)),
  ),
  codec(
    'null-refused-for-lists',
    ['json.null.field'],
    any(list),
    refusesJson((value, field) => value === null && list(field)),
  ),
  codec(
    'null-sets-default',
    ['json.null.field'],
    any(both(singular, ({ presence }) => presence === 'explicit')),
    reads(both(singular, scalar('int32', 'string', 'bool', 'bytes', 'double')), (value, { type }) =>
      value === null && type.kind === 'scalar'
        ? type.info.family === 'bool'
          ? false
          : type.info.family === 'string' || type.info.family === 'bytes'
            ? ''
            : 0
        : value,
    ),
  ),
  codec(
    'null-sets-message',
    ['json.null.field'],
    any(both(singular, holds())),
    reads(both(singular, holds()), (value) => (value === null ? record([]) : value)),
  ),
  codec(
    'null-element-skipped',
    ['json.null.element'],
    any(list),
    acceptsJson({
      whole: (value, field) =>
        list(field) && Array.isArray(value) ? (value as ExactJson[]).filter((item) => item !== null) : value,
    }),
  ),
  codec(
    'null-element-is-default',
    ['json.null.element'],
    any(both(list, text)),
    accepts(both(list, text), (value) => value ?? ''),
  ),
  codec(
    'null-message-element-is-empty',
    ['json.null.element'],
    any(both(list, holds())),
    accepts(both(list, holds()), (value) => value ?? record([])),
  ),
  codec(
    'null-map-value-skipped',
    ['json.null.element'],
    any(map),
    acceptsJson({
      whole: (value, field) =>
        map(field) && isObject(value) ? record(Object.entries(value).filter(([, item]) => item !== null)) : value,
    }),
  ),
  codec(
    'null-oneof-sets',
    ['json.oneof.null', 'json.null.field'],
    any(both(oneof, text)),
    reads(both(oneof, text), (value) => value ?? ''),
  ),
  codec('null-oneof-clashes', ['json.oneof.null'], any(oneof), nullOneofClashes()),
  codec(
    'two-members-accepted',
    ['json.oneof.two'],
    any(oneof),
    acceptsJson({
      object: (object, { byJsonName }) => {
        const seen = new Set<string>();
        return record(
          Object.entries(object).filter(([name]) => {
            const group = byJsonName.get(name)?.oneof;
            if (group === undefined) return true;
            const isNew = !seen.has(group);
            seen.add(group);
            return isNew;
          }),
        );
      },
    }),
  ),
];

/** Any second member of a oneof is refused, a null one too. */
function nullOneofClashes(): Fault['wrap'] {
  return readsJson({
    object: (object, { byJsonName }) => {
      const groups = Object.keys(object).flatMap((name) => byJsonName.get(name)?.oneof ?? []);
      return new Set(groups).size < groups.length ? record([['noSuchName', 1]]) : object;
    },
  });
}

/** Faults in the types of an event spec, which have a JSON form alone. */
import type { Fault } from '../fault.ts';
import { onTranscode } from '../fault.ts';
import type { LoadedPackage } from '../../../model/package.ts';
import { isObject, type ExactJson } from '../../oracle/json-text.ts';
import {
  emptyLeftOut,
  everyValue,
  hasTextEnums,
  hasUnions,
  membersMixedUp,
  variantsEmptied,
} from '../session-content.ts';
import { record } from './json-tree.ts';
import { codec } from './row.ts';
import { writesText, writesValue } from './ways.ts';

const hasTypes: Fault['applies'] = ({ descriptor }) => descriptor.types.length > 0;

export const typeFaults: readonly Fault[] = [
  codec(
    'type-member-not-printed',
    ['values.type.carried'],
    hasTypes,
    writesValue((json) => (isObject(json) ? record(Object.entries(json).slice(0, -1)) : json)),
  ),
  codec(
    'type-first-member-not-printed',
    ['values.type.carried'],
    hasTypes,
    writesValue((json) => (isObject(json) ? record(Object.entries(json).slice(1)) : json)),
  ),
  codec(
    'type-names-changed',
    ['values.type.carried'],
    hasTypes,
    writesValue((json) =>
      isObject(json)
        ? record(
            Object.entries(json).map(([name, value]) => [name.replace(/[a-z]$/, (end) => end.toUpperCase()), value]),
          )
        : json,
    ),
  ),
  codec(
    'type-int64-rounded',
    ['values.type.int64-exact'],
    hasTypes,
    writesText((text) => text.replaceAll(/-?\d{16,}/g, (digits) => BigInt(Number(digits)).toString())),
  ),
  codec(
    'type-absent-printed-as-null',
    ['values.type.presence'],
    ({ descriptor }) =>
      descriptor.types.some(
        (type) => type.kind === 'object' && type.fields.some(({ presence }) => presence !== 'required'),
      ),
    absentAsNull(),
  ),
  codec('type-of-another-kind-accepted', ['values.type.wrong-type'], hasTypes, acceptsAll()),
  codec('type-without-required-members-accepted', ['values.type.required'], hasTypes, acceptsAll()),
  codec('type-enum-members-mixed-up', ['values.type.enum'], hasTextEnums, inTypes(membersMixedUp)),
  codec('type-variants-emptied', ['values.type.union'], hasUnions, inTypes(variantsEmptied)),
  codec(
    'type-empty-members-left-out',
    ['values.type.presence'],
    hasTypes,
    inTypes(() => emptyLeftOut),
  ),
  codec(
    'type-int64-in-the-other-form',
    ['values.type.int64-travel'],
    hasTypes,
    writesText((text) => text.replaceAll(/(?<=[:[,])-?\d{16,}(?=[,}\]])/g, '"$&"')),
  ),
  codec('type-unlisted-members-lost', ['values.type.extra'], hasTypes, unlistedLost()),
];

function absentAsNull(): Fault['wrap'] {
  return (testee, pkg) =>
    writesValue((json, type) => {
      const found = pkg.descriptor.types.find(({ name }) => name === type);
      if (found?.kind !== 'object' || !isObject(json)) return json;
      return record([...found.fields.map(({ name }) => [name, null] as const), ...Object.entries(json)]);
    })(testee, pkg);
}

function acceptsAll(): Fault['wrap'] {
  return onTranscode(({ request, answer }) =>
    'reject' in answer && 'text' in request.data && !request.type.includes('.')
      ? { id: answer.id, ok: { text: request.data.text } }
      : answer,
  );
}

function inTypes(make: (pkg: LoadedPackage) => (value: ExactJson) => ExactJson): Fault['wrap'] {
  return (testee, pkg) => writesValue((json) => everyValue(json, make(pkg)))(testee, pkg);
}

function unlistedLost(): Fault['wrap'] {
  return (testee, pkg) =>
    writesValue((json, type) => {
      const found = pkg.descriptor.types.find(({ name }) => name === type);
      if (found?.kind !== 'object' || !isObject(json)) return json;
      const listed = new Set(found.fields.map(({ name }) => name));
      return record(Object.entries(json).filter(([name]) => listed.has(name)));
    })(testee, pkg);
}

/** Which clauses a value of a field exercises by being carried: by its type, and by its cardinality. */
import type { Format } from '../../model/fixture.gen.ts';
import { isPackable } from '../../reference/oracle/read-element.ts';
import type { ScalarInfo } from '../../reference/oracle/scalars.ts';
import type { ElementType, FieldInfo, Schema } from '../../reference/oracle/schema.ts';
import type { WellKnown } from '../../reference/oracle/well-known.ts';

/** Clauses by what is done with a format. */
export interface CarriedClauses {
  readonly read: { readonly [format in Format]: readonly string[] };
  readonly written: { readonly [format in Format]: readonly string[] };
}

const wellKnown: Readonly<Record<WellKnown, string>> = {
  timestamp: 'json.timestamp.form',
  duration: 'json.duration.form',
  'field-mask': 'json.field-mask',
  struct: 'json.struct',
  value: 'json.struct',
  'list-value': 'json.struct',
  any: 'json.any',
  wrapper: 'json.wrappers',
  empty: 'json.empty',
};

/** The clause of a message's own JSON form. */
export const wellKnownClause = (kind: WellKnown): string => wellKnown[kind];

export function carriedClauses(schema: Schema, field: FieldInfo): CarriedClauses {
  const type = ofType(schema, field.type);
  const both = (format: Format): readonly string[] =>
    field.cardinality === 'list'
      ? format === 'binary'
        ? listBinary(field)
        : ['json.list']
      : field.cardinality === 'map'
        ? [format === 'binary' ? 'binary.map.entry' : 'json.map']
        : [];
  return {
    read: { binary: [...type.read.binary, ...both('binary')], json: [...type.read.json, ...both('json')] },
    written: {
      binary: [...type.written.binary, ...both('binary')],
      json: [...type.written.json, ...both('json'), 'json.name.lower-camel'],
    },
  };
}

const listBinary = (field: FieldInfo): readonly string[] =>
  field.packed && isPackable(field.type) ? ['binary.packed.read', 'binary.list.order'] : ['binary.list.order'];

const same = (binary: readonly string[], json: readonly string[]): CarriedClauses => ({
  read: { binary, json },
  written: { binary, json },
});

function ofType(schema: Schema, type: ElementType): CarriedClauses {
  if (type.kind === 'enum') {
    return {
      read: { binary: ['values.enum.member'], json: ['json.enum.input', 'values.enum.member'] },
      written: { binary: ['values.enum.member'], json: ['json.enum.output', 'values.enum.member'] },
    };
  }
  if (type.kind === 'message') {
    const kind = schema.message(type.name).wellKnown;
    return same([], kind === undefined ? [] : [wellKnown[kind]]);
  }
  return ofScalar(type.info);
}

function ofScalar(info: ScalarInfo): CarriedClauses {
  switch (info.family) {
    case 'int': {
      const binary = [info.zigzag ? 'binary.zigzag' : info.wire === 0 ? 'binary.varint.value' : 'binary.fixed'];
      return {
        read: { binary, json: info.wide ? ['json.int64.exact'] : ['json.int.form'] },
        written: { binary, json: info.wide ? ['json.int64.output', 'json.int64.exact'] : ['json.int32.output'] },
      };
    }
    case 'float':
      return same(['binary.float', 'binary.fixed'], ['json.float.form', 'json.float.special']);
    case 'bool':
      return same(['binary.varint.bool'], ['json.bool']);
    case 'string':
      return same(['binary.string.utf8'], ['json.string']);
    case 'bytes':
      return {
        read: { binary: ['binary.bytes'], json: ['json.bytes.input'] },
        written: { binary: ['binary.bytes'], json: ['json.bytes.output'] },
      };
    default:
      return info.family satisfies never;
  }
}

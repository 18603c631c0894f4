/** Which fields of a package a fault may touch. */
import type { LoadedPackage } from '../../../model/package.ts';
import { createSchema, type FieldInfo, type MessageInfo, type Schema } from '../../oracle/schema.ts';
import { wellKnownKind, type WellKnown } from '../../oracle/well-known.ts';
import type { Fault } from '../fault.ts';

/** A field and its message. */
interface Place {
  readonly schema: Schema;
  readonly message: MessageInfo;
  readonly field: FieldInfo;
}

/** Says of a field whether a fault touches it. */
export type FieldTest = (field: FieldInfo) => boolean;

const schemas = new WeakMap<LoadedPackage['descriptor'], Schema>();

/** The schema of a package, compiled once. */
export function schemaOf({ descriptor }: LoadedPackage): Schema {
  let schema = schemas.get(descriptor);
  if (schema === undefined) schemas.set(descriptor, (schema = createSchema(descriptor)));
  return schema;
}

/** Fields of all messages that a fault may touch; messages with a JSON form of their own apart. */
function places(pkg: LoadedPackage, wanted: FieldTest): Place[] {
  const schema = schemaOf(pkg);
  return pkg.descriptor.messages
    .filter(({ messageSet }) => !messageSet)
    .map(({ name }) => schema.message(name))
    .filter(
      ({ wellKnown, fields }) => wellKnown === undefined && !fields.some(({ presence }) => presence === 'required'),
    )
    .flatMap((message) => message.fields.filter(wanted).map((field) => ({ schema, message, field })));
}

/** A fault applies to a package in which some field passes. */
export const any =
  (wanted: FieldTest): Fault['applies'] =>
  (pkg) =>
    places(pkg, wanted).length > 0;

/** Some message passes. */
export const anyMessage =
  (wanted: (message: MessageInfo) => boolean): Fault['applies'] =>
  (pkg) =>
    places(pkg, () => true).some(({ message }) => wanted(message));

export const everywhere: FieldTest = () => true;
export const scalar =
  (...names: readonly string[]): FieldTest =>
  ({ type }) =>
    type.kind === 'scalar' && names.includes(type.info.scalar);
export const singular: FieldTest = ({ cardinality }) => cardinality === 'singular';
export const list: FieldTest = ({ cardinality }) => cardinality === 'list';
export const map: FieldTest = ({ cardinality }) => cardinality === 'map';
export const oneof: FieldTest = (field) => field.oneof !== undefined;
export const isEnum: FieldTest = ({ type }) => type.kind === 'enum' && type.info.name !== 'google.protobuf.NullValue';
export const openEnum: FieldTest = ({ type }) =>
  type.kind === 'enum' && !type.closed && type.info.name !== 'google.protobuf.NullValue';
export const closedEnum: FieldTest = ({ type }) => type.kind === 'enum' && type.closed;
export const integer: FieldTest = ({ type }) => type.kind === 'scalar' && type.info.family === 'int';
export const float: FieldTest = ({ type }) => type.kind === 'scalar' && type.info.family === 'float';
export const wide: FieldTest = ({ type }) => type.kind === 'scalar' && type.info.wide;
export const implicit: FieldTest = ({ presence }) => presence === 'implicit';
export const explicit: FieldTest = ({ presence, oneof: name, type }) =>
  presence === 'explicit' && name === undefined && type.kind !== 'message';
/** A message with a JSON form of the kind; without a kind, one with the ordinary object. */
export const holds =
  (kind?: WellKnown): FieldTest =>
  ({ type }) =>
    type.kind === 'message' && wellKnownKind(type.name) === kind;
export const group: FieldTest = ({ type }) => type.kind === 'message' && type.delimited;

export const both =
  (...tests: readonly FieldTest[]): FieldTest =>
  (field) =>
    tests.every((test) => test(field));
export const not =
  (test: FieldTest): FieldTest =>
  (field) =>
    !test(field);

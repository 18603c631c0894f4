/**
 * A second oracle: takes a descriptor, gives protobufjs reflection of its messages. The structural model is held against
 * it, and it serves as a codec that no generator of ours had a hand in.
 */
import type protobufjs from 'protobufjs';
import type * as protojson from 'protobufjs/ext/protojson.js';
import type { Descriptor, Field, Message } from '../../model/descriptor.gen.ts';

type Protobufjs = typeof protobufjs;

/** Messages by full name, as protobufjs reads and writes them. */
export interface Reflection {
  /** @throws Error for a name that the descriptor does not have. */
  type(name: string): protobufjs.Type;
  readonly library: Protobufjs;
  readonly json: typeof protojson;
}

/** Loads protobufjs, which takes a tenth of a second. */
export async function reflect(descriptor: Descriptor): Promise<Reflection> {
  const { default: library } = await import('protobufjs');
  const json = await import('protobufjs/ext/protojson.js');
  const root = new library.Root();
  const outerFirst = (a: { readonly name: string }, b: { readonly name: string }): number =>
    a.name.length - b.name.length;
  for (const node of [...descriptor.messages].sort(outerFirst)) {
    library.parse(file(node.name, messageText(node)), root, { keepCase: true });
  }
  for (const node of descriptor.enums.filter(
    (candidate) => candidate.kind === 'integer' && isProto(descriptor, candidate.module),
  )) {
    const members = node.members.map((member) => `${member.name} = ${member.value};`).join(' ');
    const kind = node.open ? 'OPEN' : 'CLOSED';
    const body = `enum ${last(node.name)} { option allow_alias = true; option features.enum_type = ${kind}; ${members} }`;
    library.parse(file(node.name, body), root, { keepCase: true });
  }
  addWellKnown(library, root);
  root.resolveAll();
  return { type: (name) => root.lookupType(name), library, json };
}

/** The bundled definitions of the well-known types that the descriptor does not list itself. */
function addWellKnown(library: Protobufjs, root: protobufjs.Root): void {
  for (const file of ['any', 'duration', 'empty', 'struct', 'timestamp', 'wrappers', 'field_mask']) {
    const { google } = library.common.get(`google/protobuf/${file}.proto`)?.nested ?? {};
    const bundled =
      (google as { nested?: { protobuf?: { nested?: object } } } | undefined)?.nested?.protobuf?.nested ?? {};
    const space = root.define('google.protobuf');
    const missing = Object.entries(bundled).filter(([name]) => space.get(name) === null);
    space.addJSON(Object.fromEntries(missing) as Parameters<typeof space.addJSON>[0] & object);
  }
}

const isProto = (descriptor: Descriptor, module: string): boolean =>
  descriptor.files.some((candidate) => candidate.module === module && candidate.kind === 'proto');

const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function file(name: string, body: string): string {
  const scope = name.slice(0, Math.max(name.lastIndexOf('.'), 0));
  return `edition = "2023"; ${scope === '' ? '' : `package ${scope}; `}${body}`;
}

function messageText(message: Message): string {
  const inOneofs = new Set(message.oneofs.flatMap((oneof) => oneof.fields));
  const alone = message.fields.filter((field) => !inOneofs.has(field.name)).map(fieldText);
  const oneofs = message.oneofs.map(({ name, fields }) => {
    const members = message.fields.filter((field) => fields.includes(field.name));
    return `oneof ${name} { ${members.map(fieldText).join(' ')} }`;
  });
  return `message ${last(message.name)} { ${[...alone, ...oneofs].join(' ')} }`;
}

function fieldText(field: Field): string {
  const { type } = field;
  const element = type.kind === 'scalar' ? type.scalar : 'name' in type ? `.${type.name}` : '';
  const shape =
    field.cardinality === 'map'
      ? `map<${field.key}, ${element}>`
      : field.cardinality === 'list'
        ? `repeated ${element}`
        : element;
  const options = [`json_name = ${JSON.stringify(field.jsonName)}`];
  if (field.cardinality === 'singular' && field.oneof === undefined && type.kind !== 'message') {
    const presence = { implicit: 'IMPLICIT', explicit: 'EXPLICIT', required: 'LEGACY_REQUIRED' }[field.presence];
    options.push(`features.field_presence = ${presence}`);
  }
  if (field.cardinality === 'list')
    options.push(`features.repeated_field_encoding = ${field.packed ? 'PACKED' : 'EXPANDED'}`);
  if (field.delimited) options.push('features.message_encoding = DELIMITED');
  if (!field.verifyUtf8) options.push('features.utf8_validation = NONE');
  return `${shape} ${field.name} = ${field.number} [${options.join(', ')}];`;
}

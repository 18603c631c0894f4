/** Messages inside messages: as deep as every reader must go, and far deeper than any may be asked to. */
import { casesOf, survived, type Sample } from '../sample.ts';
import type { FieldInfo, MessageInfo, Schema } from '../../../reference/oracle/schema.ts';
import type { CanonicalMessage } from '../../../reference/oracle/value.ts';
import { WireWriter } from '../../../reference/oracle/wire.ts';
import { samplesOf } from './carried.ts';
import type { MessageRule } from './whole-message.ts';

/** Levels that every implementation must read; the lowest limit known is 100. */
const acceptedDepth = 64;
/** Levels that a reader may refuse but must survive. */
const hostileDepth = 20_000;

export const depth: MessageRule = (subject) => {
  const { schema, message } = subject;
  const path = message.wellKnown === undefined ? cycle(schema, message) : undefined;
  if (path === undefined) return [];
  const rounds = Math.floor(acceptedDepth / path.length);
  let value: CanonicalMessage = {};
  for (let i = 0; i < rounds * path.length; i++) {
    const field = path[path.length - 1 - (i % path.length)]!;
    value = { [field.name]: field.cardinality === 'list' ? [value] : value };
  }
  const hostile: Sample = { input: nestedBytes(path), outcome: survived };
  return [
    ...casesOf(
      subject,
      { id: 'depth/accepted', clauses: ['binary.depth.accepted'], what: 'Messages nested 64 deep' },
      samplesOf(subject, value),
    ),
    ...casesOf(
      subject,
      { id: 'depth/survived', clauses: ['binary.depth.survived'], what: 'Messages nested 20,000 deep' },
      [hostile],
    ),
  ];
};

/** The shortest way from a message to itself along its fields; undefined when there is none. */
function cycle(schema: Schema, start: MessageInfo): readonly FieldInfo[] | undefined {
  const seen = new Set<string>();
  let paths: { readonly message: MessageInfo; readonly path: readonly FieldInfo[] }[] = [{ message: start, path: [] }];
  while (paths.length > 0) {
    const next: typeof paths = [];
    for (const { message, path } of paths) {
      for (const field of message.fields) {
        if (field.type.kind !== 'message' || field.cardinality === 'map') continue;
        const inner = schema.message(field.type.name);
        if (inner === start) return [...path, field];
        if (inner.wellKnown !== undefined || seen.has(inner.name)) continue;
        seen.add(inner.name);
        next.push({ message: inner, path: [...path, field] });
      }
    }
    paths = next;
  }
  return undefined;
}

/** Written from the outside in, so that time and memory grow with the size alone. */
function nestedBytes(path: readonly FieldInfo[]): Uint8Array {
  const fields = Array.from({ length: hostileDepth }, (_, i) => path[i % path.length]!);
  const isGroup = (field: FieldInfo): boolean => field.type.kind === 'message' && field.type.delimited;
  const size = (write: (writer: WireWriter) => void): number => {
    const writer = new WireWriter();
    write(writer);
    return writer.finish().length;
  };
  const sizes = [0];
  for (const field of fields.toReversed()) {
    const inner = sizes.at(-1)!;
    const tagSize = size((writer) => writer.tag(field.number, 2));
    sizes.push(inner + tagSize + (isGroup(field) ? tagSize : size((writer) => writer.varint(BigInt(inner)))));
  }
  const writer = new WireWriter();
  for (const [i, field] of fields.entries()) {
    if (isGroup(field)) writer.tag(field.number, 3);
    else writer.tag(field.number, 2).varint(BigInt(sizes[hostileDepth - 1 - i]!));
  }
  for (const field of fields.toReversed()) if (isGroup(field)) writer.tag(field.number, 4);
  return writer.finish();
}

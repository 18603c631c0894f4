/** Two protocols laid side by side: what has a counterpart is paired as buf pairs it, what has none is left over. */
import type { EventSpec } from '../ir/event-spec.ts';
import type { Field, Message, ProtoEnum, ProtoFile, Protocol, Service } from '../ir/protocol.ts';
import { entryMessages } from './map-entries.ts';

export interface Side {
  /** By import path. Bundled files count only when they were asked for: nobody but protobuf changes them. */
  readonly files: ReadonlyMap<string, ProtoFile>;
  /** By full name, entries of maps among them. */
  readonly messages: ReadonlyMap<string, Message>;
  /** Full names of the messages that are entries of maps. */
  readonly entries: ReadonlySet<string>;
  readonly enums: ReadonlyMap<string, ProtoEnum>;
  readonly services: ReadonlyMap<string, Service>;
  /** By extendee and number. */
  readonly extensions: ReadonlyMap<string, Field>;
  /** By name. */
  readonly specs: ReadonlyMap<string, EventSpec>;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export function sideOf(protocol: Protocol): Side {
  const files = protocol.files.filter(({ path, requested }) => requested || !path.startsWith('google/protobuf/'));
  const messages = files.flatMap((file) => file.messages);
  const entries = messages.flatMap(entryMessages);
  return {
    files: keyed(files, (file) => file.path),
    messages: keyed([...messages, ...entries], (each) => each.fullName),
    entries: new Set(entries.map(({ fullName }) => fullName)),
    enums: keyed(
      files.flatMap((file) => file.enums),
      (each) => each.fullName,
    ),
    services: keyed(
      files.flatMap((file) => file.services),
      (each) => each.fullName,
    ),
    extensions: keyed(
      files.flatMap((file) => file.extensions),
      (each) => `${each.extendee} ${each.number}`,
    ),
    specs: keyed(protocol.specs, (spec) => spec.name),
  };
}

export function keyed<K, T>(all: readonly T[], key: (each: T) => K): ReadonlyMap<K, T> {
  return new Map(all.map((each) => [key(each), each]));
}

/** Everything of `before` with its counterpart in `after`, where there is one. */
export function* paired<K, T>(
  before: ReadonlyMap<K, T>,
  after: ReadonlyMap<K, T>,
): Iterable<{ readonly before: T; readonly after: T }> {
  for (const [key, old] of before) {
    const now = after.get(key);
    if (now !== undefined) yield { before: old, after: now };
  }
}

/** Everything of `before` that has no counterpart in `after`. */
export function missing<K, T>(before: ReadonlyMap<K, T>, after: ReadonlyMap<K, unknown>): T[] {
  return [...before].filter(([key]) => !after.has(key)).map(([, each]) => each);
}

/** Fields of messages by number, and extensions by what they extend and number, that both versions have. */
export function* pairedFields({ before, after }: Sides): Iterable<{ readonly before: Field; readonly after: Field }> {
  for (const pair of paired(before.messages, after.messages)) {
    yield* paired(
      keyed(pair.before.fields, (field) => field.number),
      keyed(pair.after.fields, (field) => field.number),
    );
  }
  yield* paired(before.extensions, after.extensions);
}

/** The file that a field's declaration stands in; the extendee's own file says nothing of an extension. */
export function fileOf(field: Field, side: Side): ProtoFile | undefined {
  const { origin } = field;
  for (const file of side.files.values()) if (file.origin.file === origin.file) return file;
  return undefined;
}

/** Is it the key or the value of a map? These are generated, so nobody chose their presence. */
export function isEntryPart(field: Field, side: Side): boolean {
  return field.extendee === undefined && side.entries.has(field.fullName.slice(0, field.fullName.lastIndexOf('.')));
}

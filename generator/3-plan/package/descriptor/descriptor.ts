/** Plans `descriptor.json`: all that a package holds, for tools, with the names that it exports. */
import type { Protocol } from '../../../ir/protocol.ts';
import type { Binding, Descriptor, File } from '../../../ir/schema/descriptor.gen.ts';
import type { PlanOptions } from '../../options.ts';
import type { Symbols } from '../../symbols.ts';
import { protoEnumEntry, specEnumEntry } from './enum.ts';
import { bindingEntries, callbackEntries, eventEntries } from './event.ts';
import { extensionEntries } from './extension.ts';
import { messageEntry } from './message.ts';
import { optionsEntry } from './options.ts';
import { derivedTypes, documentedTypes } from './type.ts';

/** @returns A value that `spec/schema/descriptor.schema.json` accepts; every array in the order of the sources. */
export function planDescriptor(protocol: Protocol, symbols: Symbols, options: PlanOptions): Descriptor {
  const { files, specs, facts } = protocol;
  const messages = files.flatMap((file) => file.messages.map((node) => messageEntry(node, symbols)));
  const enums = [
    ...files.flatMap((file) => file.enums.map((node) => protoEnumEntry(node, symbols, facts))),
    ...specs.flatMap((spec) => spec.enums.map((node) => specEnumEntry(node, spec, symbols))),
  ];
  const types = specs.flatMap((spec) => documentedTypes(spec, symbols));
  const events = specs.flatMap((spec) => eventEntries(spec, symbols));
  const callbacks = specs.flatMap((spec) => callbackEntries(spec, symbols));
  const extensions = extensionEntries(protocol, symbols);
  const modules = fileEntries(symbols);
  return {
    $schema: 'https://wiremark.dev/schema/descriptor.schema.json',
    format: 1,
    protocol: protocol.name,
    package: { name: options.packageName, version: options.packageVersion },
    generator: options.generator,
    counts: {
      files: modules.length,
      messages: messages.length,
      fields: sum(messages, (message) => message.fields.length),
      oneofs: sum(messages, (message) => message.oneofs.length),
      enums: enums.length,
      members: sum(enums, (node) => node.members.length),
      types: types.length,
      events: events.length,
      callbacks: callbacks.length,
    },
    files: modules,
    messages,
    enums,
    ...(extensions.length === 0 ? {} : { extensions }),
    types,
    derivedTypes: specs.flatMap((spec) => derivedTypes(spec, symbols)),
    events,
    callbacks,
    bindings: [
      ...specs.flatMap((spec) => bindingEntries(spec, symbols)),
      ...(messages.length > 0 ? [messageEnvelope] : []),
    ],
    notes: [
      ...[...facts].flatMap(([about, known]) =>
        known.decisions.map(({ place, reason }) => ({ about, text: place === '' ? reason : `${place}: ${reason}` })),
      ),
      ...specs.flatMap((spec) => spec.notes.map(({ about, text }) => ({ about, text }))),
    ],
  };
}

/** How a message stands alone in a JSON frame, for transports that carry no bytes. */
const messageEnvelope: Binding = {
  kind: 'message-envelope',
  name: 'message-envelope',
  description: 'A JSON object with the full name of the message and its ProtoJSON value.',
  message: '/message',
  value: '/value',
};

function fileEntries({ modules }: Symbols): File[] {
  return modules.map(({ path: module, holds }) =>
    holds.kind === 'proto-file'
      ? {
          path: holds.path,
          module,
          kind: 'proto',
          package: holds.package,
          syntax: holds.syntax,
          ...optionsEntry(holds.options),
        }
      : { path: holds.path, module, kind: 'event-spec', package: '', syntax: 'none' },
  );
}

const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

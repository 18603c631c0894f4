/** Plans the README of a package: what it holds, how to use it, and a table of each kind of thing in it. */
import type { PlannedFile } from '../../../ir/package-plan.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import type { Descriptor } from '../../../ir/schema/descriptor.gen.ts';
import type { PlanOptions } from '../../options.ts';
import { clashingModules } from '../plan-index.ts';
import type { EntryPoints } from '../plan-package-json.ts';
import type { Symbols } from '../../symbols.ts';
import { emitterExample, example } from './example.ts';
import { codeSpan, prose } from './markdown.ts';
import { argumentsText } from './type-text.ts';

export interface ReadmeFacts {
  readonly protocol: Protocol;
  readonly symbols: Symbols;
  readonly descriptor: Descriptor;
  readonly points: EntryPoints;
  /** Function that makes the first typed emitter; `''` when there is none. */
  readonly createEmitter: string;
}

/** One sentence about the package, for its README and its package.json. */
export function summary({ protocol, descriptor }: Pick<ReadmeFacts, 'protocol' | 'descriptor'>): string {
  const { messages, enums, events, types } = descriptor.counts;
  const derived = descriptor.derivedTypes.length;
  // Documented enums and callbacks are among the types, but the enums are counted by themselves.
  const objects = types - descriptor.types.filter((type) => type.kind === 'enum').length + derived;
  const parts = [
    count(messages, 'message'),
    count(events, 'event'),
    count(objects, 'type'),
    count(enums, 'enum'),
  ].filter((part) => part !== '');
  const title = protocol.specs.map((spec) => spec.title).find((text) => text !== '') ?? protocol.name;
  return `${title}: ${parts.length === 0 ? 'nothing but its sources' : parts.join(', ')}, typed, with codecs and validators.`;
}

const count = (number: number, what: string): string =>
  number === 0 ? '' : `${number} ${what}${number === 1 ? '' : 's'}`;

export function planReadme(facts: ReadmeFacts, options: PlanOptions): PlannedFile {
  const { descriptor, protocol, symbols, points } = facts;
  const clashing = clashingModules(symbols);
  const sample = example(descriptor, { packageName: options.packageName, clashing });
  const about = protocol.specs.map((spec) => spec.description).filter((text) => text.trim() !== '');
  return {
    kind: 'text',
    path: 'README.md',
    template: 'package/readme',
    view: {
      name: options.packageName,
      // Names that npm takes hold nothing that Markdown would read.
      heading: /^[@\w./~-]+$/.test(options.packageName) ? options.packageName : prose(options.packageName),
      summary: prose(summary(facts)),
      about: about.map(prose),
      generator: options.generator,
      sources: descriptor.files.map((file) => codeSpan(file.path.slice(file.path.lastIndexOf('/') + 1))).join(', '),
      typescript: options.emit === 'ts',
      modules: descriptor.files.map((file) => ({
        path: codeSpan(`${options.packageName}/${file.module}`),
        file: codeSpan(file.path),
        spaced: clashing.has(file.module),
      })),
      manyModules: descriptor.files.length > 1,
      ...points,
      example: sample,
      emitterExample: emitterExample(descriptor, facts.createEmitter, { packageName: options.packageName, clashing }),
      hasExample: sample.length > 0,
      hasMessages: descriptor.messages.length > 0,
      hasEvents: descriptor.events.length > 0,
      messages: descriptor.messages.map((message) => ({
        name: codeSpan(message.typeName),
        fields: message.fields.map((field) => codeSpan(field.name)).join(', '),
        description: standing(message),
      })),
      enums: descriptor.enums.map((node) => ({
        name: codeSpan(node.typeName),
        members: node.members.length,
        open: node.open ? 'yes' : 'no',
        description: standing(node),
      })),
      types: [...descriptor.types, ...descriptor.derivedTypes]
        .filter((type) => type.kind !== 'enum')
        .map((type) => ({ name: codeSpan(type.typeName), kind: type.kind, description: standing(type) })),
      events: descriptor.events.map((event) => ({
        name: codeSpan(event.name),
        arguments: argumentsText(event.arguments),
        description: standing(event),
      })),
      codec:
        descriptor.bindings.flatMap((binding) => (binding.kind === 'json-envelope' ? [binding.codec] : []))[0] ?? '',
    },
  };
}

function standing(node: { readonly description: string; readonly deprecated: boolean }): string {
  const text = prose(node.description);
  return node.deprecated ? `Deprecated. ${text}`.trim() : text;
}

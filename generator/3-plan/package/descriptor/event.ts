/** Events, callbacks and bindings of an event spec as the descriptor lists them. */
import type { EventSpec, SpecArgument } from '../../../ir/event-spec.ts';
import type { Argument, Binding, Callback, Event as EventEntry } from '../../../ir/schema/descriptor.gen.ts';
import { eventCodecName } from '../codec-name.ts';
import type { Symbols } from '../../symbols.ts';
import { envelopeOf } from '../../event/envelope.ts';
import { originEntry, specRef } from './type-ref.ts';

export function eventEntries(spec: EventSpec, symbols: Symbols): EventEntry[] {
  const { module } = symbols.events(spec.name);
  return spec.events.map((event) => ({
    name: event.name,
    label: event.label,
    module,
    direction: event.direction,
    group: event.group,
    arguments: event.arguments.map(argument),
    declared: event.declared.map(argument),
    ...(event.observed === undefined
      ? {}
      : {
          observed: {
            arguments: event.observed.arguments.map(argument),
            note: event.observed.note,
            ...(event.observed.count === undefined ? {} : { count: event.observed.count }),
            evidence: event.observed.evidence,
          },
        }),
    description: event.description,
    deprecated: event.deprecated,
    origin: originEntry(event.origin, event.source),
  }));
}

export function callbackEntries(spec: EventSpec, symbols: Symbols): Callback[] {
  return spec.callbacks.map((node) => {
    const { module, name } = symbols.spec(spec.name, node.name);
    return {
      name: node.name,
      typeName: name,
      module,
      arguments: node.arguments.map(argument),
      description: node.description,
      deprecated: node.deprecated,
      origin: originEntry(node.origin, node.source),
    };
  });
}

/** Its own bindings; where it states none, the one that its codec reads and writes. */
export function bindingEntries(spec: EventSpec, symbols: Symbols): Binding[] {
  if (spec.events.length === 0) return [];
  const codec = eventCodecName(spec, symbols);
  const stated = spec.bindings.length > 0 ? spec.bindings : [{ ...usual, ...envelopeOf(spec) }];
  return stated.map(({ kind, name, description, event, args }) => ({ kind, name, description, event, args, codec }));
}

const usual = {
  kind: 'json-envelope',
  name: 'json-envelope',
  description: 'A JSON object with the name of the event and the array of its arguments.',
} as const;

function argument({ name, type, presence, nullable, int64, description }: SpecArgument): Argument {
  return {
    name,
    type: specRef(type),
    presence,
    nullable,
    int64: { travel: int64.travel, surface: int64.surface },
    description,
  };
}

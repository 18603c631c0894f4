/**
 * Plans an AsyncAPI 3.0 document for each event spec: what a client receives and sends, with the frames as payloads. Events
 * that never travel are left out. https://www.asyncapi.com/docs/reference/specification/v3.0.0
 */
import type { EventSpec, SpecEvent } from '../../../ir/event-spec.ts';
import type { PlannedFile } from '../../../ir/package-plan.ts';
import type { PlanOptions } from '../../options.ts';
import type { Symbols } from '../../symbols.ts';
import type { SchemaEntry } from '../schema/entries.ts';
import { schemaText } from '../schema/json-schema.ts';
import { entryFinder } from '../schema/plan-schemas.ts';
import type { Target } from '../schema/refs.ts';
import { components } from './components.ts';
import { draft07 } from './draft-07.ts';
import { documentInfo } from './info.ts';

/** From the client's side; undefined: the event stays inside it. */
const actions: Readonly<Record<SpecEvent['direction'], 'receive' | 'send' | undefined>> = {
  'server-to-client': 'receive',
  'client-to-server': 'send',
  local: undefined,
};

/** Paths of the documents below the package's folder: `asyncapi/MODULE.json`. */
export function planAsyncApi(
  symbols: Symbols,
  entries: readonly SchemaEntry[],
  options: PlanOptions,
): readonly PlannedFile[] {
  return symbols.modules.flatMap(({ holds, path }): PlannedFile[] => {
    if (holds.kind !== 'event-spec' || !holds.events.some(travels)) return [];
    const document = asyncApi(holds, entries, options);
    // Bounds of 64-bit integers have more digits than JSON.stringify keeps.
    return [{ kind: 'verbatim', path: `asyncapi/${path}.json`, text: schemaText(document) }];
  });
}

const travels = ({ direction }: SpecEvent): boolean => actions[direction] !== undefined;

function asyncApi(spec: EventSpec, entries: readonly SchemaEntry[], options: PlanOptions): object {
  const find = entryFinder(entries);
  const events = spec.events.filter(travels).map((event) => {
    const target: Target = { kind: 'event', spec: spec.name, name: event.name };
    const { bundled } = find(target);
    // Wire names may be spelt in ways that keys of components may not; the bundle's names differ wherever those do.
    return { event, target, schema: bundled, key: bundled.slice(bundled.lastIndexOf('.') + 1) };
  });
  const schemas = components(
    entries,
    events.map(({ target }) => target),
  );
  const groups = [...new Set(events.map(({ event }) => event.group))].filter((group) => group !== '').sort();
  return {
    asyncapi: '3.0.0',
    id: `urn:wiremark:${encodeURIComponent(options.packageName)}:${encodeURIComponent(spec.name)}`,
    info: {
      ...documentInfo(spec, options),
      tags: groups.map((name) => ({ name, description: `Events of the group "${name}".` })),
    },
    defaultContentType: 'application/json',
    channels: {
      events: {
        address: null,
        title: spec.title,
        description:
          'The connection between client and server. Which transport it is the documents of the protocol do not say here.',
        messages: keyed(events, ({ key }) => ({ $ref: `#/components/messages/${key}` })),
      },
    },
    operations: keyed(events, ({ event, key }) => ({
      action: actions[event.direction],
      channel: { $ref: '#/channels/events' },
      title: event.label,
      ...(event.description === '' ? {} : { description: event.description }),
      messages: [{ $ref: `#/channels/events/messages/${key}` }],
    })),
    components: {
      messages: keyed(events, ({ event, schema }) => ({
        name: event.name,
        title: event.label,
        ...(event.description === '' ? {} : { description: event.description }),
        ...(event.deprecated ? { 'x-deprecated': true } : {}),
        contentType: 'application/json',
        payload: { $ref: `#/components/schemas/${schema}` },
        ...(event.group === ''
          ? {}
          : { tags: [{ name: event.group, description: `Events of the group "${event.group}".` }] }),
      })),
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, draft07(schema)])),
    },
  };
}

function keyed<T extends { readonly key: string }>(items: readonly T[], value: (item: T) => object): object {
  return Object.fromEntries(items.map((item) => [item.key, value(item)]));
}

/** Property cases of sessions: any sequence of events, faults and reconnections. */
import type { Binding } from '../../bindings/binding.ts';
import { clientSequences, serverSequences } from '../../arbitraries/session.ts';
import type { PropertyCase } from '../../model/case.ts';
import type { KitEvent } from './kit-events.ts';

/** Sequences of each property unless the user asks for more. */
const defaultRuns = 100;

export function clientProperties(events: readonly KitEvent[], binding: Binding): PropertyCase[] {
  if (events.length === 0) return [];
  return [
    {
      kind: 'property',
      id: 'client/property/sequences',
      role: 'client',
      level: 'required',
      clauses: [
        'client.delivery.order',
        'client.delivery.lost',
        'client.delivery.extra',
        'client.malformed.survived',
        'client.session.reopened',
      ],
      description:
        'Any sequence of frames: login, delivery, duplicates, other orders, recall, deletion, malformed ones, reconnection.',
      needs: [],
      runs: defaultRuns,
      arbitrary: async () => clientSequences((await import('fast-check')).default, events, binding),
    },
  ];
}

export function serverProperties(events: readonly KitEvent[]): PropertyCase[] {
  if (events.length === 0) return [];
  return [
    {
      kind: 'property',
      id: 'server/property/sequences',
      role: 'server',
      level: 'required',
      clauses: [
        'server.delivery.order',
        'server.delivery.lost',
        'server.delivery.extra',
        'server.invalid.refused',
        'server.invalid.survived',
      ],
      description:
        'Any sequence of events: login, delivery, duplicates, other orders, recall, deletion, illegal ones, reconnection.',
      needs: [],
      runs: defaultRuns,
      arbitrary: async () => serverSequences((await import('fast-check')).default, events),
    },
  ];
}

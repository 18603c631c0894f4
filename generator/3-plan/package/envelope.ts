/** The JSON frame that a spec's event codec reads and writes: its first envelope, or the usual one where it states none. */
import type { EventSpec, SpecBinding } from '../../ir/event-spec.ts';

export type Envelope = Pick<SpecBinding, 'kind' | 'name' | 'description' | 'event' | 'args'>;

const usual: Envelope = {
  kind: 'json-envelope',
  name: 'json-envelope',
  description: 'A JSON object with the name of the event and the array of its arguments.',
  event: '/event',
  args: '/args',
};

export function envelopeOf(spec: EventSpec): Envelope {
  return spec.bindings.find((binding) => binding.kind === 'json-envelope') ?? usual;
}

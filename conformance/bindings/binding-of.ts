/** Bindings by name: those of a package, and those that any package can be spoken in. */
import type { Descriptor } from '../model/descriptor.gen.ts';
import type { Binding } from './binding.ts';
import { jsonEnvelope } from './json-envelope.ts';
import { jsonRpc } from './json-rpc.ts';
import { serverSentEvents } from './server-sent-events.ts';
import { socketIo } from './socket-io.ts';

/** Bindings that any package can be spoken in, by name. */
export const standardBindings: Readonly<Record<string, (carries: 'events' | 'messages') => Binding>> = {
  'json-rpc': jsonRpc,
  'socket.io': (carries) => socketIo(carries),
  'server-sent-events': (carries) => serverSentEvents(carries),
};

/** The binding of that name; the first one that fits the package when the name is empty; undefined when there is none. */
export function bindingOf(descriptor: Descriptor, name: string): Binding | undefined {
  const carries = subjectOf(descriptor);
  const wanted = carries === 'events' ? 'json-envelope' : 'message-envelope';
  const spec =
    name === ''
      ? (descriptor.bindings.find((one) => one.kind === wanted) ?? descriptor.bindings[0])
      : descriptor.bindings.find((one) => one.name === name);
  if (spec !== undefined) return jsonEnvelope(spec);
  return Object.hasOwn(standardBindings, name) ? standardBindings[name]!(carries) : undefined;
}

/** A package with an event spec speaks of its events; any other of its messages. */
export const subjectOf = ({ events }: Pick<Descriptor, 'events'>): 'events' | 'messages' =>
  events.length > 0 ? 'events' : 'messages';

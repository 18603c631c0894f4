/** Both ends of each carrier, loaded when a run needs them. */
import type { Carrier } from '../../bindings/binding.ts';
import type { Dial, Listen } from './wire.ts';

export interface Ends {
  /** There is a sign that a peer has read all; without one, what is due is waited for, and then a moment longer. */
  readonly hasBarrier: boolean;
  readonly dial: Dial;
  readonly listen: Listen;
}

export async function endsOf(carrier: Carrier): Promise<Ends> {
  switch (carrier.kind) {
    case 'websocket': {
      const { dialWebSocket, listenWebSocket } = await import('./websocket.ts');
      return { hasBarrier: true, dial: dialWebSocket, listen: listenWebSocket };
    }
    case 'socket.io': {
      const { dialSocketIo } = await import('./socket-io/dial.ts');
      const { listenSocketIo } = await import('./socket-io/listen.ts');
      return { hasBarrier: true, dial: dialSocketIo(carrier.namespace), listen: listenSocketIo(carrier.namespace) };
    }
    case 'server-sent-events': {
      const { dialEventStream } = await import('./event-stream/dial.ts');
      const { listenEventStream } = await import('./event-stream/listen.ts');
      return { hasBarrier: false, dial: dialEventStream(carrier.post), listen: listenEventStream };
    }
    default:
      return carrier satisfies never;
  }
}

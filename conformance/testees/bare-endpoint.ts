/** A server without any adapter: it speaks its own protocol at its address and knows nothing of the testee protocol. */
import type { Carrier } from '../bindings/binding.ts';
import type { InProcessTestee, Transport } from '../model/testee.ts';
import { inProcess } from './in-process.ts';

/** Capability of the stand-in, by which it is told from a testee. */
export const bareEndpoint = 'bare-endpoint';

/** Capability of a server that takes frames of its clients, and does not only send. */
export const takesFrames = 'frames-from-clients';

/** @param endpoint - Address that the kit's clients connect to, such as the carrier can. */
export function bareServer(endpoint: string, carrier: Carrier): Transport {
  const http = carrier.kind === 'server-sent-events';
  const caps = [bareEndpoint, ...(http && carrier.post === undefined ? [] : [takesFrames])];
  return { ...inProcess(() => standIn(endpoint, caps), endpoint), kind: http ? 'http' : 'websocket' };
}

/** Says hello in the server's place, and gives its address. */
const standIn = (endpoint: string, caps: readonly string[]): InProcessTestee => ({
  handle(request, emit) {
    const { id } = request;
    switch (request.cmd) {
      case 'hello': {
        const impl = { name: endpoint };
        return emit({ id, ok: { version: 1, impl, roles: ['server'], caps, concurrency: 1 } });
      }
      case 'serve':
        return emit({ id, ok: { endpoint } });
      case 'sync':
      case 'stop':
        return emit({ id, ok: {} });
      default:
        return emit({ id, unsupported: true });
    }
  },
});

/** A server without any adapter: it speaks its own protocol at its address and knows nothing of the testee protocol. */
import type { InProcessTestee, Transport } from '../model/testee.ts';
import { inProcess } from './in-process.ts';

/** Capability of the stand-in, by which it is told from a testee. */
export const bareEndpoint = 'bare-endpoint';

/** @param endpoint - Address that the kit's clients connect to, `ws:` or `wss:`. */
export function bareServer(endpoint: string): Transport {
  return { ...inProcess(() => standIn(endpoint), endpoint), kind: 'websocket' };
}

/** Says hello in the server's place, and gives its address. */
const standIn = (endpoint: string): InProcessTestee => ({
  handle(request, emit) {
    const { id } = request;
    switch (request.cmd) {
      case 'hello': {
        const impl = { name: endpoint };
        return emit({ id, ok: { version: 1, impl, roles: ['server'], caps: [bareEndpoint], concurrency: 1 } });
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

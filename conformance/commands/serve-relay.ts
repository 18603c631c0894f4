/**
 * `wiremark serve server --relay`: a server without an adapter. Sends each legal frame of a client on to every client, as
 * the package's own code writes it; what is not legal is dropped.
 */
import type { Binding } from '../bindings/binding.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { Payload } from '../model/fixture.gen.ts';
import { packageFrames } from '../reference/index.ts';
import { endsOf } from '../testees/wires/ends.ts';
import type { Listener, Wire } from '../testees/wires/wire.ts';

/** Bytes that wait for a client that does not read, at most; more and it is dropped. */
const maxBacklogBytes = 8 * 1024 * 1024;

/** Relays what comes over the binding's carrier. */
export async function relay(port: number, pkg: LoadedPackage, binding: Binding): Promise<Listener> {
  const { listen } = await endsOf(binding.carrier);
  const frames = packageFrames(pkg, binding);
  const clients = new Set<Wire>();
  const spread = (came: Payload): void => {
    let frame: Payload;
    try {
      const { event, args } = frames.read(came);
      frame = frames.write(event, args);
    } catch {
      return;
    }
    for (const client of clients) send(client, frame);
  };
  return listen(() => {
    let own: Wire | undefined;
    return {
      ear: {
        frame: spread,
        end() {
          if (own !== undefined) clients.delete(own);
        },
      },
      taken(wire) {
        own = wire;
        clients.add(wire);
      },
    };
  }, port);
}

function send(client: Wire, frame: Payload): void {
  if (client.backlogBytes() > maxBacklogBytes) client.terminate();
  else void client.send(frame);
}

/** Takes who is told of a session's events, gives the ear of its connection: frames, and an end that the kit did not ask for. */
import type { ObservedEvent } from '../../model/report.gen.ts';
import type { Ear } from '../wires/wire.ts';

export function earOf(
  session: string,
  heard: (event: ObservedEvent) => void,
): { readonly ear: Ear; readonly expectEnd: () => void } {
  let ending = false;
  return {
    ear: {
      frame: (frame) => heard({ kind: 'frame', session, frame }),
      end() {
        if (!ending) heard({ kind: 'closed', session });
      },
    },
    expectEnd() {
      ending = true;
    },
  };
}

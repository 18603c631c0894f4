/** A session with a peer that does not tell when it is done: what is due is waited for, then a moment longer. */
import type { ObservedEvent } from '../../model/report.gen.ts';
import type { Session } from './session.ts';

/** Wait for what should not come, in ms: what a server sends of itself a moment later is then seen with its cause. */
const quietMs = 20;

/** @param create - Makes the session that is waited for. */
export function awaiting(
  create: (heard: (event: ObservedEvent) => void) => Session,
  heard: (event: ObservedEvent) => void,
  timeoutMs: number,
): Session {
  let count = 0;
  let ended = false;
  let wake = (): void => {};
  const session = create((event) => {
    count++;
    ended ||= event.kind === 'closed';
    heard(event);
    wake();
  });
  const arrival = (due: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      wake = () => {
        if (count < due && !ended) return;
        clearTimeout(timer);
        resolve();
      };
      wake();
    });
  return {
    ...session,
    async sync(due) {
      await arrival(due);
      await pause(quietMs);
      const observation = await session.sync(due);
      count = 0;
      return observation;
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

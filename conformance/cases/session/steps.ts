/** Steps of sessions, in few words: open, deliver, inject, sync with what must have happened, close. */
import type { ExpectedEvent, Payload, Reply, Step } from '../../model/fixture.gen.ts';

/** Name of the session where one is enough. */
export const mainSession = 'main';

const ok: Reply = { kind: 'ok' };
export const anyRefusal: Reply = { kind: 'reject', stages: [] };

export const open = (session = mainSession): Step => ({ command: { cmd: 'open', session }, replies: [ok] });
export const close = (session = mainSession): Step => ({ command: { cmd: 'close', session }, replies: [ok] });

/** All that was done since the last sync, in this order. */
export const sync = (expected: readonly ExpectedEvent[], session = mainSession): Step => ({
  command: { cmd: 'sync', session },
  replies: [ok],
  events: { ordered: true, alternatives: [expected] },
});

/** Whether a frame is taken without a word or refused is the transport's affair, unless a case asks. */
export const deliver = (frame: Payload, replies: readonly Reply[] = [ok], session = mainSession): Step => ({
  command: { cmd: 'deliver', session, frame },
  replies,
});

export const inject = (event: string, args: string, replies: readonly Reply[] = [ok]): Step => ({
  command: { cmd: 'inject', session: mainSession, event, args },
  replies,
});

export const emitted = (event: string, args: string, session = mainSession): ExpectedEvent => ({
  kind: 'emit',
  session,
  event,
  args,
});
export const sent = (event: string, args: string): ExpectedEvent => ({
  kind: 'frame',
  session: mainSession,
  event,
  args,
});

/** A malformed frame may be refused or swallowed; both are survived. */
export const takenOrRefused: readonly Reply[] = [ok, anyRefusal];

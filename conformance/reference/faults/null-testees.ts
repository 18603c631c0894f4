/** Testees without an implementation behind them: none of these may ever be certified. */
import type { Role } from '../../model/fixture.gen.ts';
import type { InProcessTestee, Reply } from '../../model/testee.ts';
import type { Request } from '../../model/testee-message.gen.ts';

export type NullTestee = (role: Role) => InProcessTestee;

/** Says hello like a full implementation; `answer` decides the rest, and undefined is no answer at all. */
const answering =
  (answer: (request: Request, emit: (reply: Reply) => void) => Reply | undefined): NullTestee =>
  (role) => ({
    handle(request, emit) {
      const reply: Reply | undefined =
        request.cmd === 'hello'
          ? {
              id: request.id,
              ok: {
                version: 1,
                impl: { name: 'nobody' },
                roles: [role],
                caps: ['binary', 'json', 'enums', 'reports'],
                concurrency: 64,
              },
            }
          : answer(request, emit);
      if (reply !== undefined) emit(reply);
    },
  });

const isSession = ({ cmd }: Request): boolean =>
  cmd === 'open' || cmd === 'close' || cmd === 'sync' || cmd === 'serve' || cmd === 'stop';

/** By name. */
export const nullTestees: Readonly<Record<string, NullTestee>> = {
  'skip-all': answering(({ id }) => ({ id, skipped: { reason: 'not today' } })),
  'unsupported-all': answering(({ id }) => ({ id, unsupported: {} })),
  echo: answering((request, emit) => {
    const { id } = request;
    if (request.cmd === 'transcode') return { id, ok: request.data };
    if (request.cmd === 'deliver')
      emit({
        ev: 'emit',
        session: request.session,
        event: 'echo',
        args: 'text' in request.frame ? { text: request.frame.text } : { text: '[]' },
      });
    if (request.cmd === 'inject') emit({ ev: 'sent', session: request.session, frame: request.args });
    return { id, ok: {} };
  }),
  'accept-all': answering(({ id }) => ({ id, ok: {} })),
  'reject-all': answering((request) =>
    isSession(request) ? { id: request.id, ok: {} } : { id: request.id, reject: { stage: 'decode' } },
  ),
  constant: answering((request, emit) => {
    const { id } = request;
    if (request.cmd === 'transcode') return { id, ok: request.to === 'json' ? { text: '{}' } : { b64: '' } };
    if (request.cmd === 'deliver')
      emit({ ev: 'emit', session: request.session, event: 'constant', args: { text: '[]' } });
    if (request.cmd === 'inject') emit({ ev: 'sent', session: request.session, frame: { text: '{}' } });
    return { id, ok: {} };
  }),
  silent: answering((request) =>
    request.cmd === 'open' || request.cmd === 'serve' ? { id: request.id, ok: {} } : undefined,
  ),
  // In this thread a loop without end would stop the kit too; a promise that is never kept hangs as long. A testee of its
  // own process that loops is tried where the transports are tested.
  hang: answering((request) =>
    request.cmd === 'open' || request.cmd === 'serve' ? { id: request.id, ok: {} } : undefined,
  ),
  crash: answering((request) => {
    if (request.cmd === 'open' || request.cmd === 'serve' || request.cmd === 'stop') return { id: request.id, ok: {} };
    throw new Error('the last words');
  }),
  garbage: answering((request, emit) => {
    if (request.cmd === 'open' || request.cmd === 'serve' || request.cmd === 'stop') return { id: request.id, ok: {} };
    emit('\u0000 no message' as unknown as Reply);
    return undefined;
  }),
};

/** A single fault, as a wrapper around a testee: what the suite must notice, and by which clause. */
import type { Role } from '../../model/fixture.gen.ts';
import type { LoadedPackage } from '../../model/package.ts';
import type { InProcessTestee, Reply } from '../../model/testee.ts';
import type { Answer, Event, Request } from '../../model/testee-message.gen.ts';

export interface Fault {
  /** Kebab-case name. */
  readonly name: string;
  readonly role: Role;
  /** Clauses of which at least one must fail. */
  readonly clauses: readonly string[];
  /** Says whether the protocol has what the fault breaks: a package without 64-bit integers cannot round them. */
  readonly applies: (pkg: LoadedPackage) => boolean;
  readonly wrap: (testee: InProcessTestee, pkg: LoadedPackage) => InProcessTestee;
}

export type TranscodeRequest = Extract<Request, { cmd: 'transcode' }>;

/** A transcode and how it was answered: bytes, text, or a refusal. */
export interface Transcoded {
  readonly request: TranscodeRequest;
  readonly answer: Answer;
  /** Asks the testee again, with another request. */
  readonly again: (request: TranscodeRequest) => Answer;
}

/** The answers that the testee would give, without giving them. */
function asked(testee: InProcessTestee, request: Request): Reply[] {
  const replies: Reply[] = [];
  void testee.handle(request, (reply) => replies.push(reply));
  return replies;
}

export const isAnswer = (reply: Reply): reply is Answer => !('ev' in reply);

/** Changes what comes of transcodes. */
export const onTranscode =
  (change: (done: Transcoded, pkg: LoadedPackage) => Answer): Fault['wrap'] =>
  (testee, pkg) => ({
    handle(request, emit) {
      if (request.cmd !== 'transcode') return testee.handle(request, emit);
      const again = (other: TranscodeRequest): Answer => asked(testee, other).find(isAnswer)!;
      return emit(change({ request, answer: again(request), again }, pkg));
    },
  });

/**
 * Changes the events that a request gives; the answer stays as it is. `change` is made anew for each testee, so that it
 * may count.
 */
export const onEvents =
  (make: () => (events: readonly Event[], request: Request) => readonly Event[]): Fault['wrap'] =>
  (testee) => {
    const change = make();
    return {
      handle(request, emit) {
        const replies = asked(testee, request);
        for (const event of change(
          replies.filter((reply): reply is Event => !isAnswer(reply)),
          request,
        ))
          emit(event);
        for (const answer of replies.filter(isAnswer)) emit(answer);
      },
    };
  };

/** Changes the JSON of emitted arguments and of sent frames. */
export const onJson = (change: (text: string) => string): Fault['wrap'] =>
  onEvents(
    () => (events) =>
      events.map((event) => {
        if (event.ev === 'emit' && 'text' in event.args) return { ...event, args: { text: change(event.args.text) } };
        if (event.ev === 'sent' && 'text' in event.frame)
          return { ...event, frame: { text: change(event.frame.text) } };
        return event;
      }),
  );

/** What a testee may cost. Each limit is generous to honest testees and bounds what a broken one can do to a run. */

/**
 * Longest message of a testee, in bytes (4 MiB). Payloads of honest cases stay below 1 MiB, and a pipe on a busy machine
 * was seen to carry 16 MiB in 0.6 s: an endless line is noticed well before the time-out.
 */
export const maxMessageBytes = 4 * 1024 * 1024;

/** Messages of a testee between two answers (2,000): events and logs. More is a flood. */
export const maxUnansweredMessages = 2000;

/** Bytes of a testee between two answers (8 MiB). */
export const maxUnansweredBytes = 8 * 1024 * 1024;

/** End of stderr that is kept, in characters: enough for a stack trace. */
export const maxStderrTail = 4000;

/** Start of an offending message that is kept for the report, in characters. */
export const maxRawExcerpt = 300;

/** Wait for an answer, in ms, unless `--timeout-ms` says otherwise. With the margin below, a hang costs less than 2 s. */
export const defaultTimeoutMs = 1000;

/**
 * Share of the timeout that a command is given while others are in flight. Which of them hangs is not known then, so
 * each is run again alone, with the whole timeout; both waits together must stay below 2 s.
 */
export const sharedTimeoutShare = 0.8;

/** What a testee that is late, but in the middle of a message, is given to end it, in ms. */
export const maxUnfinishedMs = 800;

/** Wait between two looks at a message that has not ended, in ms. */
export const unfinishedPollMs = 50;

/** Wait for `hello` at the first start, in ms: virtual machines start slowly, and this is paid once. */
export const firstHelloMs = 10_000;

/** Wait for `hello` after a fault, in ms: the testee has shown that it can start. */
export const nextHelloMs = 2000;

/** Wait between a polite `stop` and a kill, in ms. */
export const stopGraceMs = 500;

/** Starts that may fail one after another before the run gives up. */
export const maxFailedStarts = 3;

/** Most commands that are ever in flight at once, whatever a testee declares. */
export const maxConcurrency = 64;

/** Faults that could not be pinned on one of several cases in flight, after which cases are run one by one. */
export const maxSharedFaults = 5;

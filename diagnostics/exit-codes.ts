/** What the exit code of every command means. */
export const exitCodes = {
  /** Done, nothing to report. */
  fine: 0,
  /** Done, and there are findings: stale, breaking, not conformant. */
  findings: 1,
  /** Wrong usage, configuration or source. */
  usage: 2,
  /** A fault of wiremark itself. */
  internal: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

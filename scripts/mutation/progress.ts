/** What is told of a run while it goes on: a line that moves on a terminal, a line every few seconds elsewhere. */
import type { Fate } from './fate.ts';

/** Time between two lines, in ms. */
const onTerminalMs = 200;
const elsewhereMs = 5000;

export interface Progress {
  /** A line of its own. */
  say(line: string): void;
  begin(total: number): void;
  note(fate: Fate): void;
  done(): void;
}

export function progressOn(stream: NodeJS.WriteStream): Progress {
  const counts: Record<Fate['fate'], number> = { killed: 0, timeout: 0, survived: 0, unreached: 0 };
  let total = 0;
  let count = 0;
  let began = 0;
  let drawn = 0;
  const clear = (): void => void (stream.isTTY && stream.write('\r\u001b[K'));
  const line = (now: number): string => {
    const { killed, timeout, survived, unreached } = counts;
    const left = ((now - began) / Math.max(1, count)) * (total - count);
    const rest = count === total ? '' : `; about ${inWords(left)} left`;
    return `${count} of ${total}: ${killed} killed, ${timeout} timed out, ${survived + unreached} survived${rest}`;
  };
  return {
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    begin(of) {
      total = of;
      began = performance.now();
      drawn = began;
    },
    note({ fate }) {
      count++;
      counts[fate]++;
      const now = performance.now();
      if (count < total && now - drawn < (stream.isTTY ? onTerminalMs : elsewhereMs)) return;
      drawn = now;
      clear();
      stream.write(stream.isTTY ? line(now) : `${line(now)}\n`);
    },
    done: clear,
  };
}

const inWords = (ms: number): string => (ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`);

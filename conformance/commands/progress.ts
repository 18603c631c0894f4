/** What is told of a run while it goes on, on stderr: one line at the start, and on a terminal a line that moves. */
import type { CertifyListener } from '../certify.ts';
import { isFailure } from '../report/reproduce.ts';

/** Time between two drawings, in ms: smooth to the eye, nothing to the run. */
const intervalMs = 100;

/** @param stream - Where to write; only a terminal is drawn on. */
export function progressOn(stream: NodeJS.WriteStream): CertifyListener & { done(): void } {
  let cases = 0;
  let seen = 0;
  let failed = 0;
  let drawn = 0;
  return {
    started(run) {
      cases = run.cases;
      stream.write(`seed ${run.seed}: ${run.cases} cases for the ${run.role} of ${run.package}\n`);
    },
    progress(result) {
      seen++;
      if (isFailure(result)) failed++;
      const now = performance.now();
      if (!stream.isTTY || now - drawn < intervalMs) return;
      drawn = now;
      stream.write(`\r\u001b[K${seen} of ${cases}${failed > 0 ? `, ${failed} failed` : ''}`);
    },
    done() {
      if (stream.isTTY && drawn > 0) stream.write('\r\u001b[K');
    },
  };
}

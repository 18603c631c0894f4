/** Runs an operation over and over, and says how often it could in a second. `operation.run(n)` runs it `n` times. */
import { performance } from 'node:perf_hooks';

/** Operations per second of CPU time (user and system, collector and compiler threads included). */
export function measure(operation, ms) {
  const before = process.cpuUsage();
  const start = performance.now();
  let done = 0;
  do {
    operation.run(operation.n);
    done += operation.n;
  } while (performance.now() - start < ms);
  const { user, system } = process.cpuUsage(before);
  return (done / (user + system)) * 1e6;
}

/** Warms the operation up and sizes its inner loop to about 2 ms. */
export function warm(operation, ms) {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    const start = performance.now();
    operation.run(operation.n);
    if (performance.now() - start < 1 && operation.n < 1e7) operation.n *= 2;
  }
}

/** Runs an operation over and over, and says how often it could in a second. `operation.run(n)` runs it `n` times. */

/** Results are kept here for a while, so that nothing is optimised away. */
const ring = Array.from({ length: 16 }, () => null);

/** A function over some inputs, as many as a power of two. It gets a loop of its own: `new Function` keeps type feedback apart. */
export function operationOf(operation, inputs) {
  const body = 'for (let i = 0; i < n; i++) ring[i & 15] = operation(inputs[i & mask]);';
  const loop = new Function('operation', 'inputs', 'mask', 'ring', 'n', body);
  return { run: (n) => loop(operation, inputs, inputs.length - 1, ring, n), n: 1 };
}

/** Runs the operation for so long, and says how often it did. */
export function count(operation, ms) {
  const start = performance.now();
  let done = 0;
  do {
    operation.run(operation.n);
    done += operation.n;
  } while (performance.now() - start < ms);
  return done;
}

/** Operations per second of CPU time (user and system, collector and compiler threads included). */
export function measure(operation, ms) {
  const before = process.cpuUsage();
  const done = count(operation, ms);
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

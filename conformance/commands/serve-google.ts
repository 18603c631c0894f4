/** `wiremark serve codec --dialect google`: a testee of ours, for Google's conformance runner to start and to judge. */
import type { Readable, Writable } from 'node:stream';
import type { Transport } from '../model/testee.ts';
import { framed, FrameReader } from '../testees/google/frames.ts';
import { respond } from '../testees/google/shim.ts';
import { Lane } from '../testees/lane.ts';
import { maxMessageBytes } from '../testees/limits.ts';

/** Name of the package when none was given: the runner names messages, not packages. */
const anyPackage = '';

/**
 * Answers until the input ends. Leaves no testee behind.
 * @throws Error - When the input is not what the runner sends.
 */
export async function serveGoogle(
  transport: Transport,
  settings: {
    readonly input: Readable;
    readonly output: Writable;
    readonly suite: string;
    readonly package: string | undefined;
    readonly timeoutMs: number;
  },
): Promise<void> {
  const { suite, timeoutMs } = settings;
  const name = settings.package ?? anyPackage;
  const hello = { suite, role: 'codec', package: name, binding: '', seed: 0 } as const;
  const lane = new Lane({ transport, role: 'codec', hello, timeoutMs });
  const requests: Buffer[] = [];
  let problem: string | undefined;
  const frames = new FrameReader(maxMessageBytes, {
    frame: (bytes) => requests.push(bytes),
    violation: (text) => (problem = text),
  });
  try {
    for await (const chunk of settings.input) {
      frames.push(chunk as Buffer);
      for (const request of requests.splice(0)) settings.output.write(framed(await respond(request, lane)));
      if (problem !== undefined) throw new Error(problem);
    }
    if (frames.pendingBytes > 0) throw new Error('it ends within a frame');
  } finally {
    await lane.close();
  }
}

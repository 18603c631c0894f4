/**
 * A testee that was written for Google's conformance runner: a child process, a request at a time and never a second
 * before the first is answered. Such a testee knows nothing of hello; its first request stands in for it.
 */
import { maxMessageBytes } from '../limits.ts';
import { ProcessGroups } from '../process-group.ts';
import { ProcessLink, startProcess, type CommandLine, type Framing, type FramingListener } from '../process-link.ts';
import type { Transport } from '../../model/testee.ts';
import type { Answer, Hello, Request } from '../../model/testee-message.gen.ts';
import { framed, FrameReader } from './frames.ts';
import { decodeResponse, encodeRequest, type GoogleResult } from './messages.ts';

/** @param probe - Full name of a message that the testee knows: an empty one is its first request. */
export function googleStdio(command: CommandLine, probe: string): Transport {
  const groups = new ProcessGroups();
  const target = command.join(' ');
  const framing = (listener: FramingListener): Framing => googleFraming(listener, { target, probe });
  return {
    kind: 'google',
    target,
    start: async (listener) => new ProcessLink(await startProcess(command), listener, { groups, framing }),
  };
}

function googleFraming(
  listener: FramingListener,
  { target, probe }: { readonly target: string; readonly probe: string },
): Framing {
  let waiting: Request | undefined;
  const frames = new FrameReader(maxMessageBytes, {
    frame(bytes) {
      const request = waiting;
      waiting = undefined;
      const raw = (): string => bytes.toString('latin1');
      if (request === undefined) return listener.violation('a frame came that no request has asked for', raw());
      let result: GoogleResult | undefined;
      try {
        result = decodeResponse(bytes);
      } catch (error) {
        return listener.violation(`a frame is no ConformanceResponse: ${(error as Error).message}`, raw());
      }
      if (result === undefined) return listener.violation('a ConformanceResponse has no result', raw());
      const { id } = request;
      const answer = request.cmd === 'hello' ? { id, ok: introduction(target) } : answerOf(id, result);
      listener.message(answer, bytes.length);
    },
    violation: (problem, raw) => listener.violation(problem, raw),
  });
  return {
    unit: 'frame',
    write(request) {
      switch (request.cmd) {
        case 'hello':
          waiting = request;
          return framed(encodeRequest({ type: probe, data: new Uint8Array(0), to: 'binary' }));
        case 'transcode': {
          waiting = request;
          const { type, to, data } = request;
          return framed(encodeRequest({ type, to, data: 'b64' in data ? Buffer.from(data.b64, 'base64') : data.text }));
        }
        // The end of stdin is what tells it to stop.
        case 'stop':
          return undefined;
        default:
          queueMicrotask(() => listener.message({ id: request.id, unsupported: true }, 0));
          return undefined;
      }
    },
    push: (chunk) => frames.push(chunk),
    get pendingBytes() {
      return frames.pendingBytes;
    },
    get half() {
      return frames.half;
    },
  };
}

const introduction = (name: string): Hello => ({
  version: 1,
  impl: { name },
  roles: ['codec'],
  caps: ['binary', 'json'],
  concurrency: 1,
});

function answerOf(id: number, result: GoogleResult): Answer {
  switch (result.kind) {
    case 'binary':
      return { id, ok: { b64: Buffer.from(result.bytes).toString('base64') } };
    case 'json':
      return { id, ok: { text: result.text } };
    case 'parse-error':
      return { id, reject: { stage: 'decode', message: result.text } };
    case 'serialize-error':
      return { id, reject: { stage: 'encode', message: result.text } };
    case 'skipped':
      return { id, skipped: { reason: result.text } };
    case 'runtime-error':
    case 'timeout-error':
      return { id, errored: { message: result.text } };
    case 'jspb':
    case 'text':
      return { id, errored: { message: `It answered in the format "${result.kind}", which was not asked for.` } };
    default:
      return result satisfies never;
  }
}

/** Takes copies of what passes a proxy, gives the frames of a binding in it, whatever carries them. */
import type { Binding } from '../bindings/binding.ts';
import type { Payload } from '../model/fixture.gen.ts';
import { bodyTap, type BodySink } from './body.ts';
import { engineFrames } from './engine-io.ts';
import { messageTap } from './messages.ts';
import type { BodyHead, Direction, Taps } from './taps.ts';

export interface FrameSink {
  see(direction: Direction, frame: Payload): void;
  /** A message, or part of a body, that no frame could be taken from. */
  unread(): void;
  failed(problem: string): void;
}

export function frameTaps(binding: Binding, sink: FrameSink): Taps {
  const isEngine = binding.carrier.kind === 'socket.io';
  return {
    failed: (problem) => sink.failed(problem),
    body(direction, head) {
      if (isEngine && !isPoll(head, direction)) return undefined;
      return bodyTap(head.headers, bodySink(binding, direction, sink));
    },
    socket(direction, path) {
      const see = (frame: Payload): void => sink.see(direction, frame);
      const isEngineSocket = isEngine && engineQuery.test(path);
      return messageTap(direction, {
        unread: () => sink.unread(),
        message(message) {
          if (!isEngineSocket) see(message);
          else if ('text' in message) for (const frame of engineFrames(message.text, sink)) see(frame);
        },
      });
    },
  };
}

/** Engine.IO names the revision of its protocol in every request. */
const engineQuery = /[?&]EIO=\d/;

/** What a client posts are packets, and what a server answers to a GET; its answer to a POST is `ok`. */
const isPoll = ({ path, method }: BodyHead, direction: Direction): boolean =>
  engineQuery.test(path) && (direction === 'from-client' ? method === 'POST' : method === 'GET');

function bodySink(binding: Binding, direction: Direction, sink: FrameSink): BodySink {
  const see = (frame: Payload): void => sink.see(direction, frame);
  return {
    unread: () => sink.unread(),
    whole(body) {
      if (binding.carrier.kind !== 'socket.io') return see(body);
      if ('hex' in body) return sink.unread();
      for (const frame of engineFrames(body.text, sink)) see(frame);
    },
    event({ event = '', data }) {
      if (binding.carrier.kind !== 'server-sent-events') return see({ text: data });
      const lines = data.split('\n').map((line) => `data: ${line}\n`);
      see({ text: `${event === '' ? '' : `event: ${event}\n`}${lines.join('')}\n` });
    },
  };
}

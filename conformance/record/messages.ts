/** Takes the bytes of one direction of a WebSocket as they travel, gives its messages (RFC 6455 section 5). */
import type { Writable } from 'node:stream';
import * as ws from 'ws';
import type { Payload } from '../model/fixture.gen.ts';
import type { Direction } from './taps.ts';

export interface MessageSink {
  message(message: Payload): void;
  /** These bytes are no messages, or one is too large; nothing more of this direction is looked at. */
  unread(): void;
}

/** Largest message that is looked at, in bytes. */
const maxPayload = 16 * 1024 * 1024;
/** Bytes that wait to be looked at; what comes faster passes unread. */
const maxWaiting = 64 * 1024 * 1024;

/** The reader of ws; its types leave it out. */
const { Receiver } = ws as unknown as {
  readonly Receiver: new (options: { readonly isServer: boolean; readonly maxPayload: number }) => Writable;
};

export function messageTap(direction: Direction, sink: MessageSink): (chunk: Buffer) => void {
  // Frames of a client are masked, and a server's reader undoes it.
  const reader = new Receiver({ isServer: direction === 'from-client', maxPayload });
  let isOpen = true;
  const end = (): void => {
    if (isOpen) sink.unread();
    isOpen = false;
  };
  reader.on('message', (data: Buffer, isBinary: boolean) =>
    sink.message(isBinary ? { hex: data.toString('hex') } : { text: data.toString('utf8') }),
  );
  // A frame that closes is the last one.
  reader.on('conclude', () => (isOpen = false));
  reader.on('error', end);
  return (chunk) => {
    if (!isOpen) return;
    if (reader.writableLength > maxWaiting) return end();
    // The reader unmasks in place, and these bytes are still to be sent on.
    reader.write(Buffer.from(chunk));
  };
}

/** How events are framed: what every binding is. */
import type { Payload } from '../model/fixture.gen.ts';

/** An event as a frame names it. */
export interface FramedEvent {
  /** Wire name of the event, or full name of the message. */
  readonly event: string;
  /** JSON text of the array of arguments. */
  readonly args: string;
}

/** A frame read: the event, or what is wrong with the frame. */
export type ReadFrame =
  | { readonly kind: 'event'; readonly event: FramedEvent }
  | { readonly kind: 'malformed'; readonly problem: string };

/** A frame that is none of the binding's. */
export const malformed = (problem: string): ReadFrame => ({ kind: 'malformed', problem });

/** What frames travel on when they do not travel within the testee protocol. */
export type Carrier =
  | { readonly kind: 'websocket' }
  | { readonly kind: 'socket.io'; readonly namespace: string }
  | {
      readonly kind: 'server-sent-events';
      /** Where a client posts its frames, seen from the address of the stream; undefined: not stated. */
      readonly post: string | undefined;
    };

/** A carrier without settings. */
export const byWebSocket: Carrier = { kind: 'websocket' };

export interface Binding {
  readonly name: string;
  readonly carrier: Carrier;
  /** What an event is: one of the spec, any message of the package, or one of these messages, by full name. */
  readonly carries: 'events' | 'messages' | readonly string[];
  /** Never throws. */
  read(frame: Payload): ReadFrame;
  /**
   * @param event - Wire name of the event, or full name of the message.
   * @param args - JSON text of the array of arguments; its digits stand in the frame as they are.
   */
  write(event: string, args: string): Payload;
  /** Frames near this one of the event that no reader may take for an event. */
  damaged(good: Payload, event: string): readonly Payload[];
  /** Frames at which the protocol lets a peer end the connection; absent where there are none. */
  ending?(good: Payload, event: string): readonly Payload[];
  /** The protobuf messages that the frame is made of, the outermost first; absent where there are none. Never throws. */
  messages?(frame: Payload): readonly CarriedMessage[];
  /** The same binding, its bytes written and read by another codec; absent where there are none. */
  over?(transcoder: Transcoder): Binding;
}

/** A message as it was on the wire. */
export interface CarriedMessage {
  /** Full name. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Messages between bytes and ProtoJSON text, by full name. */
export interface Transcoder {
  /** @throws Error - For bytes that are no such message. */
  toJson(type: string, bytes: Uint8Array): string;
  /** @throws Error - For text that is no such message. */
  toBytes(type: string, json: string): Uint8Array;
}

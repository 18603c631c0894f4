/**
 * Takes what a connection of Engine.IO carries, one packet or a payload of several, gives the event packets of Socket.IO in
 * it. Source: The Engine.IO protocol, revision 4; The Socket.IO protocol, revision 5, "Packet encoding".
 */
import { decodePayload } from 'engine.io-parser';
import type { Payload } from '../model/fixture.gen.ts';

/** An event with its namespace, and the id by which it is acknowledged. */
const event = /^2(\/[^,]*,)?\d*(?=\[)/;
/** An event with attachments: what they stand for is not in the packet. */
const binaryEvent = '5';

/** @param text - What a text message of a WebSocket, or a body of long polling, holds. */
export function engineFrames(text: string, { unread }: { unread(): void }): Payload[] {
  return decodePayload(text, 'nodebuffer').flatMap(({ type, data }): Payload[] => {
    if (type === 'error') unread();
    // Pings and the like, attachments, and packets that connect, part or acknowledge.
    if (type !== 'message' || typeof data !== 'string') return [];
    if (data.startsWith(binaryEvent)) unread();
    return event.test(data) ? [{ text: data.replace(event, '2$1') }] : [];
  });
}

/**
 * Socket.IO event packets, `2["event",...arguments]`, as Engine.IO messages carry them. Source: The Socket.IO protocol,
 * revision 5, "Packet encoding". Read and written here because the official parser reads JSON into doubles, which lose
 * digits of 64-bit integers; the tests hold it against that parser.
 */
import type { Payload } from '../model/fixture.gen.ts';
import { printExact, type ExactJson } from '../reference/oracle/json-text.ts';
import { malformed, type Binding, type ReadFrame } from './binding.ts';
import { readJson } from './json-frame.ts';

/** `EVENT`, without attachments. */
const eventType = '2';

/** Type, namespace, id of an acknowledgement, JSON. */
const packet = /^(\d)(?:(\/[^,]*),)?(\d*)(.*)$/s;

/** Packets of no type, of no namespace, of no event; binary ones whose attachments never come, or are too many. */
const notPackets = [
  '',
  'x',
  '9["a"]',
  '2',
  '2[',
  '2{}',
  '2null',
  '2[]',
  '2[null]',
  '2[{}]',
  '2["__proto__"',
  '2/nowhere,["a"]',
  '2/',
  '3',
  '3[]',
  '5["a"]',
  '5-["a"]',
  '51-["a",{"_placeholder":true,"num":0}]',
  '51-["a",{"_placeholder":true,"num":-1}]',
  '599999999999-["a"]',
  '6',
];

/** @param namespace - `/` for the main one, which packets leave out. */
export const socketIo = (carries: 'events' | 'messages', namespace = '/'): Binding => ({
  name: 'socket.io',
  carrier: { kind: 'socket.io', namespace },
  carries,
  read: (frame) => readPacket(frame, namespace),
  write(event, args) {
    const rest = args.trim().slice(1).trimStart();
    const list = `[${JSON.stringify(event)}${rest.startsWith(']') ? '' : ','}${rest}`;
    return { text: `${eventType}${namespace === '/' ? '' : `${namespace},`}${list}` };
  },
  // Peers end the connection at a malformed packet, as the protocol has it: only arguments can be wrong and survived.
  damaged: () => [],
  ending(good) {
    const text = 'text' in good ? good.text : '';
    const cut = [1, Math.floor(text.length / 2), text.length - 1].map((end) => text.slice(0, end));
    const texts = [...notPackets, ...cut, `${text}]`, text.replace('[', '[7,'), text.replace(/\[.*$/s, '{}')];
    return [...texts.map((bad) => ({ text: bad })), { hex: '' }, { hex: '00ff' }];
  },
});

function readPacket(frame: Payload, namespace: string): ReadFrame {
  if ('hex' in frame) return malformed('the frame is an attachment, and no event has announced any');
  const [, type, place = '/', acknowledgement, json = ''] = packet.exec(frame.text) ?? [];
  if (type === undefined) return malformed('the frame is no Socket.IO packet');
  if (type !== eventType) return malformed(`the packet is of type ${type}, not an event`);
  if (place !== namespace) return malformed(`the packet is of the namespace "${place}"`);
  if (acknowledgement !== '') return malformed('the packet wants to be acknowledged');
  return readJson(json, 'the packet', (list) => {
    if (!Array.isArray(list)) return malformed('the packet holds no array');
    const [event, ...args] = list as readonly ExactJson[];
    if (typeof event !== 'string') return malformed('the packet does not begin with the name of an event');
    return { kind: 'event', event: { event, args: printExact(args) } };
  });
}

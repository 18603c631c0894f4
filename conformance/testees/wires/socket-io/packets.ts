/**
 * Packets of Engine.IO (protocol, revision 4) and of Socket.IO (protocol, revision 5) around the events. Written here
 * because the official client keeps malformed packets to itself, cannot send any, and reads digits into doubles.
 */

/** Engine.IO packet types, by their first character. */
export const engine = { open: '0', close: '1', ping: '2', pong: '3', message: '4', upgrade: '5', noop: '6' } as const;

/** Socket.IO packet types, by their first character. */
export const socketIo = { connect: '0', disconnect: '1', event: '2', ack: '3', connectError: '4' } as const;

/** Where Socket.IO is mounted unless an address has a path of its own. */
export const defaultPath = '/socket.io/';

/** Time between two pings of a server, and wait for the answer, in ms: those of the official server. */
export const heartbeat = { pingInterval: 25_000, pingTimeout: 20_000 } as const;

/** `/chat,` before what belongs to that namespace; nothing for the main one. */
export const prefixOf = (namespace: string): string => (namespace === '/' ? '' : `${namespace},`);

/** A Socket.IO packet of this type for the namespace? */
export const isPacket = (packet: string, type: string, namespace: string): boolean => {
  const prefix = prefixOf(namespace);
  if (!packet.startsWith(`${type}${prefix}`)) return false;
  return prefix !== '' || packet[1] !== '/';
};

/** @returns What is wrong with the handshake that the text holds, its type left off; undefined when nothing is. */
export function faultOfHandshake(json: string): string | undefined {
  let handshake: unknown;
  try {
    handshake = JSON.parse(json);
  } catch {
    return 'the handshake is not JSON';
  }
  if (typeof handshake !== 'object' || handshake === null) return 'the handshake is not an object';
  const { sid, pingInterval, pingTimeout, upgrades } = handshake as Partial<Record<string, unknown>>;
  if (typeof sid !== 'string' || sid === '') return 'the handshake has no "sid"';
  if (!isDuration(pingInterval)) return 'the handshake has no "pingInterval" in ms';
  if (!isDuration(pingTimeout)) return 'the handshake has no "pingTimeout" in ms';
  if (!Array.isArray(upgrades)) return 'the handshake has no list of "upgrades"';
  return undefined;
}

const isDuration = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0;

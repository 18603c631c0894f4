/** A binding as a module of the user's: the documented interface, held at arm's length. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Payload } from '../model/fixture.gen.ts';
import { parseExact } from '../reference/oracle/json-text.ts';
import { byWebSocket, malformed, type Binding, type Carrier, type ReadFrame } from './binding.ts';

/** What such a module exports. A frame is text, or bytes. */
export interface BindingModule {
  /**
   * @returns The event of the frame, its arguments as JSON text of an array.
   * @throws Anything - For a frame that is none; the message tells why.
   */
  readonly read: (frame: string | Uint8Array) => { readonly event: string; readonly args: string };
  /** @param args - JSON text of the array of arguments; 64-bit integers in it must keep their digits. */
  readonly write: (event: string, args: string) => string | Uint8Array;
  /** Frames near a good one of the event that no reader may take. Default: none. */
  readonly damaged?: (frame: string | Uint8Array, event: string) => readonly (string | Uint8Array)[];
  /** What frames travel on: its kind, or its kind with `namespace` or `post`. Default: WebSocket. */
  readonly carrier?:
    | Carrier['kind']
    | { readonly kind: Carrier['kind']; readonly namespace?: string; readonly post?: string };
  /** `events` of the spec, `messages` of the package, or full names of messages. Default: as suits the package. */
  readonly carries?: Binding['carries'];
  /** Its name in reports. Default: that of the file. */
  readonly name?: string;
}

/** @returns The binding, or what is wrong with the module. */
export async function moduleBinding(file: string, carries: 'events' | 'messages'): Promise<Binding | string> {
  let module: Partial<BindingModule>;
  try {
    const loaded = (await import(pathToFileURL(file).href)) as Partial<BindingModule> & {
      readonly default?: Partial<BindingModule>;
    };
    module = loaded.default ?? loaded;
  } catch (error) {
    return `it cannot be imported (${(error as Error).message})`;
  }
  const { read, write, damaged } = module;
  if (typeof read !== 'function' || typeof write !== 'function') return 'it exports no functions read and write';
  const carrier = carrierOf(module.carrier);
  if (carrier === undefined) return 'its carrier is none of websocket, socket.io, server-sent-events';
  return {
    name: typeof module.name === 'string' ? module.name : path.parse(file).name,
    carrier,
    carries: module.carries ?? carries,
    read: (frame) => readWith(read, frame),
    write: (event, args) => payload(write(event, args)),
    damaged: (good, event) => (damaged?.(given(good), event) ?? []).map(payload),
  };
}

function carrierOf(given: BindingModule['carrier'] = 'websocket'): Carrier | undefined {
  const { kind, namespace = '/', post } = typeof given === 'string' ? { kind: given } : given;
  switch (kind) {
    case 'websocket':
      return byWebSocket;
    case 'socket.io':
      return { kind, namespace };
    case 'server-sent-events':
      return { kind, post };
    default:
      kind satisfies never;
      return undefined;
  }
}

function readWith(read: BindingModule['read'], frame: Payload): ReadFrame {
  try {
    const found: unknown = read(given(frame));
    const { event, args } = (found ?? {}) as Partial<Record<'event' | 'args', unknown>>;
    if (typeof event !== 'string' || typeof args !== 'string') throw new Error('read gives no event and args as text');
    if (!Array.isArray(parseExact(args))) throw new Error('the arguments are no array');
    return { kind: 'event', event: { event, args } };
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error));
  }
}

const given = (frame: Payload): string | Uint8Array =>
  'hex' in frame ? new Uint8Array(Buffer.from(frame.hex, 'hex')) : frame.text;

const payload = (frame: string | Uint8Array): Payload =>
  typeof frame === 'string' ? { text: frame } : { hex: Buffer.from(frame).toString('hex') };

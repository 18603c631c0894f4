/**
 * JSON-RPC 2.0 notifications: the method is the event, the positional parameters are its arguments. Source: JSON-RPC 2.0
 * Specification, 4 (Request object), 4.1 (Notification), 4.2 (Parameter Structures), 6 (Batch).
 */
import { isObject, printExact, type ExactJson } from '../reference/oracle/json-text.ts';
import { byWebSocket, malformed, type Binding, type ReadFrame } from './binding.ts';
import { damagedJson } from './damaged-json.ts';
import { readJsonFrame } from './json-frame.ts';

const members: readonly string[] = ['jsonrpc', 'method', 'params'];

export const jsonRpc = (carries: 'events' | 'messages'): Binding => ({
  name: 'json-rpc',
  carrier: byWebSocket,
  carries,
  read: (frame) => readJsonFrame(frame, readNotification),
  write: (event, args) => ({ text: `{"jsonrpc":"2.0","method":${JSON.stringify(event)},"params":${args}}` }),
  damaged(good, event) {
    const text = 'text' in good ? good.text : '';
    const versions = ['"1.0"', '2.0', 'null'].map((version) => text.replace('"2.0"', version));
    // A batch of one notification is legal, so the good frame in brackets is none of them.
    const others = damagedJson(good, event).filter((frame) => 'text' in frame && frame.text !== `[${text}]`);
    return [...others, ...versions.map((bad) => ({ text: bad })), { text: text.replace('"jsonrpc":"2.0",', '') }];
  },
});

function readNotification(frame: ExactJson): ReadFrame {
  const tree = Array.isArray(frame) && frame.length === 1 ? (frame[0] as ExactJson) : frame;
  if (Array.isArray(tree)) return malformed('the frame is a batch of several calls, or of none');
  if (!isObject(tree)) return malformed('the frame is not an object');
  if (tree['jsonrpc'] !== '2.0') return malformed('"jsonrpc" is not "2.0"');
  const { method, params = [] } = tree;
  if (typeof method !== 'string') return malformed('"method" is not a string');
  if (Object.hasOwn(tree, 'id')) return malformed('it has an "id": a call that wants an answer, not a notification');
  if (!Array.isArray(params)) return malformed('"params" is not an array of positional parameters');
  const surplus = Object.keys(tree).find((key) => !members.includes(key));
  if (surplus !== undefined) return malformed(`"${surplus}" does not belong to a notification`);
  return { kind: 'event', event: { event: method, args: printExact(params) } };
}

/**
 * Server-sent events: the type is the event, the data is the array of its arguments. Source: HTML Living Standard, 9.2.5
 * (Parsing an event stream) and 9.2.6 (Interpreting an event stream). A frame is a block with its blank line.
 */
import type { Payload } from '../model/fixture.gen.ts';
import { printExact } from '../reference/oracle/json-text.ts';
import { malformed, type Binding, type ReadFrame } from './binding.ts';
import { readJson } from './json-frame.ts';

/** The type of an event that names none. */
const defaultType = 'message';

/** Data that no array of arguments is. */
const notArguments = ['', ' ', 'x', '{', '[', ']', 'null', 'true', '7', '"text"', '{}', '[1,]', '\u0000'];

/** @param post - Where a client posts its frames, seen from the address of the stream; default: not stated. */
export const serverSentEvents = (carries: 'events' | 'messages', post?: string): Binding => ({
  name: 'server-sent-events',
  carrier: { kind: 'server-sent-events', post },
  carries,
  read: readBlock,
  write: (event, args) => ({ text: block(event, args) }),
  damaged(good, event) {
    const data = 'text' in good ? good.text.slice(good.text.indexOf('data: ') + 6).trimEnd() : '';
    const cut = [Math.floor(data.length / 2), data.length - 1].map((end) => data.slice(0, end));
    // Each is a block of its own, so that the next frame begins where it should.
    return [...notArguments, ...cut, `${data}${data}`, `{"args":${data}}`].map((bad) => ({ text: block(event, bad) }));
  },
});

/** A line break would begin another field, so one in a name becomes a space; JSON text needs none. */
function block(event: string, data: string): string {
  const type = event.replaceAll(/[\r\n\0]+/g, ' ');
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${type === '' ? '' : `event: ${type}\n`}${lines.join('')}\n`;
}

function readBlock(frame: Payload): ReadFrame {
  if ('hex' in frame) return malformed('the frame is binary, not text');
  let event = '';
  const data: string[] = [];
  const lines = frame.text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const line of lines) {
    const [, field = '', value = ''] = /^([^:]*)(?::\x20?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  if (data.length === 0) return malformed('the block has no data');
  if (!/(?:\r\n|\r|\n)(?:\r\n|\r|\n)$/.test(frame.text)) return malformed('the block does not end with a blank line');
  return readJson(data.join('\n'), 'the data', (args) =>
    Array.isArray(args)
      ? { kind: 'event', event: { event: event === '' ? defaultType : event, args: printExact(args) } }
      : malformed('the data is not an array of arguments'),
  );
}

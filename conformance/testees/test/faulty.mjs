// A codec that answers every transcode with its own input, and misbehaves once in the way that its argument names: when
// the input is the text "bad".
import { createInterface } from 'node:readline';

const [fault = '', concurrency = '1'] = process.argv.slice(2);
const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const impl = { name: 'faulty', version: '1', language: 'JavaScript' };

const faults = {
  hang: () => {
    for (;;);
  },
  silent: () => {},
  crash: () => {
    process.stderr.write('the last words\n');
    process.exit(7);
  },
  signal: () => process.kill(process.pid, 'SIGKILL'),
  'exit-early': (id) => {
    write({ id, ok: { text: 'bad' } });
    setTimeout(() => process.exit(0), 5);
  },
  flood: () => {
    const line = `${JSON.stringify({ ev: 'log', text: 'x'.repeat(1000) })}\n`.repeat(100);
    const more = () => {
      while (process.stdout.write(line));
      process.stdout.once('drain', more);
    };
    more();
  },
  garbage: () => process.stdout.write('\u0000\u0001 not json {{{\n'),
  binary: () => process.stdout.write(Buffer.from([0xff, 0xfe, 0xc0, 0x0a])),
  'long-line': () => {
    process.stdout.on('error', () => process.exit(0));
    for (let i = 0; i < 100; i++) process.stdout.write('x'.repeat(1024 * 1024));
  },
  'half-line': (id) => process.stdout.write(`{"id":${id},"ok":`, () => process.exit(0)),
  'wrong-id': () => write({ id: 999999, ok: { text: 'bad' } }),
  twice: (id) => process.stdout.write(`${JSON.stringify({ id, ok: { text: 'bad' } })}\n`.repeat(2)),
  'two-kinds': (id) => write({ id, ok: {}, unsupported: true }),
  'bad-base64': (id) => write({ id, ok: { b64: '!!' } }),
  'wrong-session': () => write({ ev: 'emit', session: 'nobody', event: 'x', args: { text: '[]' } }),
  errored: (id) => write({ id, errored: { message: 'own fault', trace: 'line 1' } }),
};

if (fault === 'no-start') process.exit(3);

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, cmd, data } = JSON.parse(line);
  if (cmd === 'hello') {
    if (fault === 'no-hello') return;
    const caps = ['binary', 'json'];
    return write({ id, ok: { version: 1, impl, roles: ['codec'], caps, concurrency: Number(concurrency) } });
  }
  if (cmd === 'stop') return process.exit(0);
  if (data?.text === 'bad') return faults[fault](id);
  // Out of order on purpose: an answer may overtake another.
  if (Number(concurrency) > 1) return setTimeout(() => write({ id, ok: data }), (id * 7) % 5);
  write({ id, ok: data });
});
process.stdin.on('end', () => process.exit(0));

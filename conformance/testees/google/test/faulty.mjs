// A testee in Google's dialect that answers JSON with itself, and misbehaves in the way that an input such as "bad hang"
// names. It knows no more of a request than that the payload comes first.

const frame = (bytes, length = bytes.length) => {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(length, 0);
  return Buffer.concat([head, Buffer.from(bytes)]);
};
const write = (bytes, after) => process.stdout.write(bytes, after);
const json = (text) => frame([0x22, text.length, ...Buffer.from(text)]);

const faults = {
  hang: () => {
    for (;;);
  },
  crash: () => {
    process.stderr.write('the last words\n');
    process.exit(7);
  },
  flood: () => {
    const more = () => {
      while (process.stdout.write(Buffer.concat(Array(1000).fill(json('1')))));
      process.stdout.once('drain', more);
    };
    more();
  },
  garbage: () => write('Exception in thread "main"\n'),
  'too-long': () => write(frame(Buffer.from('x'), 0x7fffffff)),
  'length-too-great': () => write(frame([0x22, 1, 0x31], 9)),
  'length-too-small': () => write(frame([0x22, 1, 0x31], 2)),
  'half-frame': () => write(frame([0x22], 3), () => process.exit(0)),
  'no-result': () => write(frame([])),
  'not-a-message': () => write(frame([0x22, 9, 0x31])),
  'not-utf8': () => write(frame([0x22, 1, 0xff])),
  twice: () => write(Buffer.concat([json('1'), json('1')])),
  'runtime-error': () => write(frame([0x12, 2, 0x6e, 0x6f])),
  'parse-error': () => write(frame([0x0a, 2, 0x6e, 0x6f])),
  'serialize-error': () => write(frame([0x32, 2, 0x6e, 0x6f])),
  skipped: () => write(frame([0x2a, 2, 0x6e, 0x6f])),
  'text-format': () => write(frame([0x42, 2, 0x6e, 0x6f])),
};

let pending = Buffer.alloc(0);
process.stdin.on('data', (chunk) => {
  pending = Buffer.concat([pending, chunk]);
  while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32LE(0)) {
    const request = pending.subarray(4, 4 + pending.readUInt32LE(0));
    pending = pending.subarray(4 + request.length);
    const text = request.subarray(2, 2 + request[1]).toString();
    if (text.startsWith('bad ')) faults[text.slice(4)]();
    else write(json(text));
  }
});

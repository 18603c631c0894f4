/**
 * Bytes of a bundle: the chat message with encode and decode, and with ProtoJSON text, ours beside peers; and that a package
 * is shaken: a bundle of one codec holds nothing of the other messages.
 *
 *   node size.mjs
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { schema } from './schema.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const entries = {
  wiremark: {
    binary: `export { encodeMsgData, decodeMsgData } from './gen/wiremark-bigint/lib/index.js';`,
    json: `export { encodeMsgData, decodeMsgData, toJsonStringMsgData, fromJsonStringMsgData } from './gen/wiremark-bigint/lib/index.js';`,
  },
  pbf: {
    binary: `import { PbfReader, PbfWriter } from 'pbf'; import { readMsgData, writeMsgData } from './gen/pbf/bench.mjs';
      export const encode = (m) => { const w = new PbfWriter(); writeMsgData(m, w); return w.finish(); }; export const decode = (b) => readMsgData(new PbfReader(b));`,
  },
  'ts-proto': {
    binary: `import { MsgData } from './gen/tsproto-bigint/bench.mjs'; export const encode = (m) => MsgData.encode(m).finish(); export const decode = (b) => MsgData.decode(b);`,
    json: `export { MsgData } from './gen/tsproto-bigint/bench.mjs';`,
  },
  protobufjs: {
    binary: `import { bench } from './gen/pbjs/bench.mjs'; export const encode = (m) => bench.MsgData.encode(m).finish(); export const decode = (b) => bench.MsgData.decode(b);`,
    json: `export { bench } from './gen/pbjs/bench.mjs';`,
  },
  'protobuf-es': {
    binary: `import { toBinary, fromBinary } from '@bufbuild/protobuf'; import { MsgDataSchema } from './gen/es/bench_pb.js'; export const encode = (m) => toBinary(MsgDataSchema, m); export const decode = (b) => fromBinary(MsgDataSchema, b);`,
    json: `export { toBinary, fromBinary, toJsonString, fromJsonString } from '@bufbuild/protobuf'; export { MsgDataSchema } from './gen/es/bench_pb.js';`,
  },
};

async function bundle(contents, minify = true) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}

const kilobytes = (bytes) => `${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(2)} kB`;

console.log('Bundle of the chat message, esbuild, minified, gzip -9:\n');
console.log('| | encode and decode | and ProtoJSON text |\n|---|---|---|');
for (const [name, { binary, json }] of Object.entries(entries)) {
  console.log(
    `| ${name} | ${kilobytes(await bundle(binary))} | ${json === undefined ? '–' : kilobytes(await bundle(json))} |`,
  );
}

/** Bundles by both tools, names kept: what of the package is left in them can be seen. */
async function shaken(contents) {
  const plugin = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? `${here}entry.js` : null),
    load: (id) => (id === `${here}entry.js` ? contents : null),
  };
  const { output } = await (await rollup({ input: 'entry', plugins: [plugin] })).generate({ format: 'es' });
  return { esbuild: Buffer.from(await bundle(contents, false)).toString(), rollup: output[0].code };
}

console.log('\nOne function of the package alone, not minified, bytes:\n');
console.log('| | esbuild | rollup |\n|---|---|---|');
const failures = [];
/** Messages of which a text has a function or table. */
const found = (text) => Object.keys(schema).filter((type) => new RegExp(`[a-z$]${type}\\b|\\b${type}[$]`).test(text));
for (const [name, types] of [
  ['encodeRequestPagination', ['RequestPagination']],
  ['decodeRequestPagination', ['RequestPagination']],
  ['fromJsonStringRequestPagination', ['RequestPagination']],
  ['isRequestPagination', ['RequestPagination']],
  ['decodeMsgData', ['MsgData', 'OfflinePushInfo']],
]) {
  const texts = await shaken(`export { ${name} } from './gen/wiremark-bigint/lib/index.js';`);
  for (const [tool, text] of Object.entries(texts)) {
    const left = found(text).filter((type) => !types.includes(type));
    if (left.length > 0) failures.push(`${tool}: ${name} carries ${left.join(', ')}`);
    // Encoding wants nothing of JSON, and so on.
    const jobs = ['encode', 'decode', 'toJson', 'fromJson', 'validate'].filter((job) => !name.startsWith(job));
    const foreign = jobs.filter((job) => types.some((type) => text.includes(`function ${job}${type}(`)));
    if (foreign.length > 0 && !name.startsWith('fromJson'))
      failures.push(`${tool}: ${name} carries ${foreign.join(', ')}`);
  }
  console.log(`| \`${name}\` | ${texts.esbuild.length} | ${texts.rollup.length} |`);
}
const whole = await shaken(`export * from './gen/wiremark-bigint/lib/index.js';`);
for (const [tool, text] of Object.entries(whole)) {
  if (found(text).length < Object.keys(schema).length) failures.push(`${tool}: the whole package lacks messages`);
}
console.log(`| the whole package | ${whole.esbuild.length} | ${whole.rollup.length} |`);
console.log(failures.length === 0 ? '\nNo bundle holds a name of another message.' : failures.join('\n'));
process.exitCode = failures.length === 0 ? 0 : 1;

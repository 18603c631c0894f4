/** Generates every peer's code for proto/bench.proto, and ours, into gen/. All tools come from npm. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

export const here = path.dirname(fileURLToPath(import.meta.url));
const bin = (name) => path.join(here, 'node_modules/.bin', name);
const run = (command, args) =>
  execFileSync(command, args, {
    cwd: here,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH: `${path.join(here, 'node_modules/.bin')}:${process.env.PATH}` },
  });

rmSync(path.join(here, 'gen'), { recursive: true, force: true });
for (const folder of ['pbjs', 'pbf', 'protons']) mkdirSync(path.join(here, 'gen', folder), { recursive: true });

// protobufjs: static code with Long, and with numbers.
const pbjs = ['-t', 'static-module', '-w', 'es6', '-o'];
run(bin('pbjs'), [...pbjs, 'gen/pbjs/bench.mjs', 'proto/bench.proto']);
run(bin('pbjs'), [...pbjs, 'gen/pbjs/bench-number.mjs', '--force-number', 'proto/bench.proto']);

// The plugins of protoc, driven by buf.
const plugin = (local, out, opt) => ({ local: bin(local), out: `gen/${out}`, opt });
writeFileSync(
  path.join(here, 'gen/buf.gen.json'),
  JSON.stringify({
    version: 'v2',
    plugins: [
      plugin('protoc-gen-es', 'es', ['target=js', 'import_extension=js']),
      plugin('protoc-gen-ts_proto', 'tsproto', ['esModuleInterop=true', 'importSuffix=.js']),
      plugin('protoc-gen-ts_proto', 'tsproto-bigint', ['esModuleInterop=true', 'importSuffix=.js', 'forceLong=bigint']),
      plugin('protoc-gen-ts', 'protobufts', ['force_optimize_speed', 'output_javascript', 'eslint_disable']),
    ],
  }),
);
run(bin('buf'), ['generate', 'proto', '--template', 'gen/buf.gen.json']);
writeFileSync(path.join(here, 'gen/pbf/bench.mjs'), run(bin('pbf'), ['proto/bench.proto']));
// protons overflows the stack on a recursive message, so it gets the file without that one.
const withoutDeep = readFileSync(path.join(here, 'proto/bench.proto'), 'utf8').replace(/message Deep \{[^}]*\}/, '');
writeFileSync(path.join(here, 'gen/protons/bench.proto'), withoutDeep);
run(bin('protons'), ['--output', 'gen/protons', 'gen/protons/bench.proto']);
for (const folder of ['tsproto', 'tsproto-bigint', 'protons']) {
  const base = path.join(here, 'gen', folder, 'bench');
  buildSync({
    entryPoints: [`${base}.ts`],
    outfile: `${base}.mjs`,
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}

// Ours, as a user would: once with bigint, once with number.
const cli = path.join(here, '../dist/cli.js');
for (const int64 of ['bigint', 'number']) {
  const out = `gen/wiremark-${int64}`;
  run(process.execPath, [
    cli,
    'generate',
    'proto/bench.proto',
    '-I',
    'proto',
    '--int64',
    int64,
    '--name',
    'bench',
    '--out',
    out,
  ]);
}

/** Versions of the peers, for the report. */
export const versions = Object.fromEntries(
  ['protobufjs', '@bufbuild/protobuf', 'ts-proto', '@protobuf-ts/runtime', 'pbf', 'protons'].map((name) => [
    name,
    JSON.parse(readFileSync(path.join(here, 'node_modules', name, 'package.json'), 'utf8')).version,
  ]),
);

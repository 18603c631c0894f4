/** Generates every peer's code for one proto file: node generate.mjs ROOT FILE, into gen/conformance. All tools come from npm. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const bench = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [root, file] = process.argv.slice(2).map((one) => path.resolve(one));
const out = path.join(bench, 'gen/conformance');
const bin = (name) => path.join(bench, 'node_modules/.bin', name);
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

run(bin('pbjs'), ['-t', 'static-module', '-w', 'es6', '-o', path.join(out, 'protobufjs.mjs'), file]);
writeFileSync(path.join(out, 'pbf.mjs'), run(bin('pbf'), [file]));

const plugin = (local, folder, opt) => ({ local: bin(local), out: path.join(out, folder), opt });
const template = {
  version: 'v2',
  plugins: [
    plugin('protoc-gen-es', 'es', ['target=js', 'import_extension=js']),
    plugin('protoc-gen-ts_proto', 'ts-proto', ['esModuleInterop=true', 'importSuffix=.js', 'unknownFields=true']),
    plugin('protoc-gen-ts', 'protobuf-ts', ['output_javascript']),
  ],
};
run(bin('buf'), ['generate', root, '--path', file, '--template', JSON.stringify(template)]);
const stem = path.relative(root, file).replace(/\.proto$/, '');
buildSync({
  entryPoints: [path.join(out, `ts-proto/${stem}.ts`)],
  outfile: path.join(out, `ts-proto/${stem}.mjs`),
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});

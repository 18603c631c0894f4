/** Who generates, how, and where what it gives for a file stands. Plugins are driven by protoc of npm `protoc`. */
import path from 'node:path';

/**
 * @param places.bin - Folder with the programs of the peers.
 * @param places.protoc - protoc's entry point, run by Node.
 * @param places.cli - Our own.
 * @param places.protos - Root of the protos.
 * @param files - Their names.
 * @returns By name, `commands(out)`: what is to be run one after the other, and `output(name)`: the file under `out` that
 *   must hold the messages of a proto.
 */
export function rivals({ bin, protoc, cli, protos }, files) {
  const plugin = (program, options) => (out) => [
    [
      process.execPath,
      protoc,
      `--plugin=protoc-gen-x=${path.join(bin, program)}`,
      `--x_out=${out}`,
      ...options.map((option) => `--x_opt=${option}`),
      '-I',
      protos,
      ...files,
    ],
  ];
  const ours =
    (...flags) =>
    (out) => [[process.execPath, cli, 'generate', '--format', 'json', '--out', out, '--name', 'bench', ...flags]];
  const stem = (name) => name.replace(/\.proto$/, '');
  const codecs = ['--no-schemas', '--no-arbitraries'];
  const sources = [...files, '-I', '.', '--no-cache'];
  return {
    wiremark: { commands: ours(...sources), output: (name) => `lib/${stem(name)}.js` },
    'wiremark codecs': { commands: ours(...sources, ...codecs), output: (name) => `lib/${stem(name)}.js` },
    'wiremark codecs as .ts': {
      commands: ours(...sources, ...codecs, '--emit', 'ts'),
      output: (name) => `lib/${stem(name)}.ts`,
    },
    'protoc-gen-es': {
      commands: plugin('protoc-gen-es', ['target=js+dts']),
      output: (name) => `${stem(name)}_pb.js`,
    },
    'ts-proto': { commands: plugin('protoc-gen-ts_proto', []), output: (name) => `${stem(name)}.ts` },
    'protobuf-ts': { commands: plugin('protoc-gen-ts', []), output: (name) => `${stem(name)}.ts` },
    'pbjs and pbts': {
      commands: (out) => [
        [
          process.execPath,
          path.join(bin, 'pbjs'),
          '-t',
          'static-module',
          '-w',
          'es6',
          '-p',
          protos,
          '-o',
          `${out}/all.js`,
          // By the names that their imports lead to, lest each is read twice.
          ...files.map((name) => path.join(protos, name)),
        ],
        [process.execPath, path.join(bin, 'pbts'), '-o', `${out}/all.d.ts`, `${out}/all.js`],
      ],
      output: () => 'all.d.ts',
    },
  };
}

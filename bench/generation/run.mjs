/**
 * Runs a command and measures it with all processes that it starts: wall time, CPU time, and the highest sum of their
 * resident memory. Reads /proc, so Linux only.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** How often memory is looked at, in ms. */
const sampleMs = 25;
/** Clock ticks per second of /proc: 100 on every Linux that Node runs on. */
const ticks = 100;
/** Bytes of a page of /proc's `statm`. */
const page = 4096;

/** The fields of /proc/PID/stat behind the name, which may hold anything. */
const statOf = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** CPU time of all processes that ended under this one and were waited for, in s. */
const spentByChildren = () => {
  const fields = statOf('self');
  return (Number(fields[13]) + Number(fields[14])) / ticks;
};

/** Resident bytes of a process and of all below it. */
function residentBelow(root) {
  const children = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = Number(statOf(pid)[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  const bytes = (pid) => {
    let own = 0;
    try {
      own = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * page;
    } catch {
      // It has ended meanwhile.
    }
    return (children.get(pid) ?? []).reduce((sum, child) => sum + bytes(child), own);
  };
  return bytes(root);
}

/**
 * @param limitMs - After which it is ended, with all that it started.
 * @returns `{ wall, cpu, memory }` in s, s and bytes; `{ over: true }` when it took longer; throws when it failed.
 */
export async function run([command, ...args], { cwd, env, limitMs }) {
  const before = spentByChildren();
  const start = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let stderr = '';
  child.stderr.on('data', (text) => (stderr = (stderr + text).slice(-4000)));
  let memory = 0;
  let over = false;
  // The processes are a group of their own, so nobody else ends them when we are ended.
  const end = () => {
    process.kill(-child.pid, 'SIGKILL');
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  const timer = setInterval(() => {
    memory = Math.max(memory, residentBelow(child.pid));
    if (!over && performance.now() - start > limitMs) {
      over = true;
      process.kill(-child.pid, 'SIGKILL');
    }
  }, sampleMs);
  const [code] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...ended) => resolve(ended));
  });
  clearInterval(timer);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, end);
  if (over) return { over };
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr}`);
  return { wall: (performance.now() - start) / 1000, cpu: spentByChildren() - before, memory };
}

// A testee that starts a process of its own and says its id; the process would outlive it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, cmd } = JSON.parse(line);
  const impl = { name: 'with-child' };
  const ok = cmd === 'hello' ? { version: 1, impl, roles: ['codec'], caps: [] } : { text: String(child.pid) };
  process.stdout.write(`${JSON.stringify({ id, ok })}\n`);
  if (cmd === 'stop') process.exit(0);
});

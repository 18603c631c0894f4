/** Watching as a user does it: one save, one regeneration; faults do not end it; what goes is gone; Ctrl-C ends it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';

let cwd: string;
let child: ChildProcess;
let said = '';
const write = (file: string, text: string): Promise<void> => writeFile(path.join(cwd, file), text);
const message = (field: string): string => `syntax = "proto3";\nmessage A { string ${field} = 1; }\n`;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'wiremark-watch-'));
  await write('wiremark.config.yaml', `packages: [{ name: chat, out: gen, protos: ['*.proto'] }]`);
  await write('a.proto', message('first'));
  await write('b.proto', 'syntax = "proto3";\nenum B { B_NONE = 0; }\n');
  said = '';
  child = spawn(process.execPath, [path.join(packageRoot(), 'dist/cli.js'), 'generate', '--watch'], { cwd });
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data: Buffer) => (said += data.toString()));
});
afterEach(async () => {
  if (child.exitCode === null) child.kill('SIGKILL');
  await rm(cwd, { recursive: true, force: true });
});

/** Waits until it has said this, and forgets what was said. */
async function says(pattern: RegExp): Promise<string> {
  while (!pattern.test(said)) {
    if (child.exitCode !== null) throw new Error(`It ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const all = said;
  said = '';
  return all;
}

it('generates again after each save until it is interrupted', async () => {
  await says(/Watching/);
  await write('a.proto', message('second'));
  await write('a.proto', message('third'));
  const once_ = await says(/changed\)\n/);
  expect(once_.match(/✓/g)).toHaveLength(1);
  expect(await readFile(path.join(cwd, 'gen/lib/a.js'), 'utf8')).toContain('third');

  await write('a.proto', 'message A {');
  await says(/error WM/);
  await write('a.proto', message('fourth'));
  await says(/changed\)\n/);
  expect(existsSync(path.join(cwd, 'gen/lib/b.js'))).toBe(true);
  await rm(path.join(cwd, 'b.proto'));
  await says(/changed\)\n/);
  expect(existsSync(path.join(cwd, 'gen/lib/b.js'))).toBe(false);

  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
});

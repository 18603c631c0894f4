/** The adapters are as short as promised, stand in the README to the letter, and answer rightly where their toolchain is present. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadPackage } from '../load-package.ts';
import { casesFor, failuresOf, runOver } from '../reference/test/run-sample.ts';
import { select } from '../run/select.ts';
import { stdio } from '../testees/stdio.ts';

const files = ['javascript/codec.mjs', 'python/codec.py', 'go/codec.go', 'java/Codec.java'];
const text = (file: string): Promise<string> => readFile(path.join(import.meta.dirname, file), 'utf8');

test.each(files)('%s has at most 50 lines, and the README has it as it stands', async (file) => {
  const source = await text(file);
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(50);
  expect(await text('README.md')).toContain(`\n${source}\`\`\`\n`);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
});
afterAll(() => rm(folder, { recursive: true }));

const jars = ['protobuf', 'protobuf-util', 'gson', 'guava'].map((name) => `/usr/share/java/${name}.jar`).join(':');
const adapter = (file: string): string => path.join(import.meta.dirname, file);

/** How each adapter is made and started, as the README says; every one of these libraries is a Debian package. */
const toolchains: Readonly<Record<string, (set: string) => readonly [string, ...string[]]>> = {
  python: (set) => {
    run('/usr/bin/python3', ['-c', 'import google.protobuf']);
    return ['/usr/bin/python3', adapter('python/codec.py'), set];
  },
  go: (set) => {
    const built = path.join(folder, 'codec');
    run('go', ['build', '-o', built, adapter('go/codec.go')], { GO111MODULE: 'off', GOPATH: '/usr/share/gocode' });
    return [built, set];
  },
  java: (set) => {
    run('javac', ['-cp', jars, '-d', folder, adapter('java/Codec.java')]);
    return ['java', '-cp', `${jars}:${folder}`, 'Codec', set];
  },
};

const run = (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): unknown =>
  execFileSync(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], timeout: 50_000 });

test.for(Object.keys(toolchains))('the %s adapter carries edge values of every field', async (language, { skip }) => {
  let command: readonly [string, ...string[]];
  try {
    const set = path.join(folder, 'set.binpb');
    run('protoc', ['--include_imports', '-o', set, '-I', 'spec/openim', 'spec/openim/common.proto']);
    command = toolchains[language]!(set);
  } catch (error) {
    return skip(`the ${language} adapter cannot be made here: ${(error as Error).message.split('\n')[0]}`);
  }
  const { value: pkg } = await loadPackage(path.join(packageRoot(), 'out/openim-common'), '.');
  const selection = { run: ['codec/*/*/edges/**', 'codec/*/*/varint/**'], skip: [] };
  const cases = select(await casesFor(pkg!, 'codec'), selection);
  expect(cases.length).toBeGreaterThan(6);
  const results = await runOver(pkg!, 'codec', { cases, transport: stdio(command) });
  expect(failuresOf(results).map(({ id, reason }) => [id, reason])).toEqual([]);
});

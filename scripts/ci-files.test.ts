/** What CI systems read: it parses, names what exists, and the shell steps of the action do as they say. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { x } from 'tinyexec';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../diagnostics/package-root.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly steps: readonly Step[] };
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const root = packageRoot();
const read = async <T>(file: string): Promise<T> => parse(await readFile(path.join(root, file), 'utf8')) as T;

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-ci-'));
  // Stands for npx: says what it was called with, and writes the report that was asked for.
  const npx = `#!/bin/bash
printf '<%s>' "$@"; echo
for word in "$@"; do case "$word" in markdown=*) echo '# verdict' > "\${word#markdown=}";; esac; done
exit "\${STATUS:-0}"
`;
  await writeFile(path.join(temporary, 'npx'), npx, { mode: 0o755 });
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

async function step(
  name: RegExp,
  env: Readonly<Record<string, string>>,
): Promise<{ out: string; exit: number | null }> {
  const { runs } = await read<Action>('action.yml');
  const { run } = runs.steps.find((one) => name.test(one.name ?? ''))!;
  // As the runner calls it; a script may not hold an expression, whose value would be run.
  expect(run).not.toContain('${{');
  const PATH = `${temporary}:${process.env['PATH']}`;
  const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run!], {
    cwd: temporary,
    env: { ...env, PATH },
    encoding: 'utf8',
  });
  return { out: done.stdout, exit: done.status };
}

it('checks generated code, with the version that was asked for', async () => {
  expect(await step(/Generated/, { WIREMARK_VERSION: '' })).toEqual({
    out: '<--yes><wiremark><generate><--check>\n',
    exit: 0,
  });
  const pinned = await step(/Generated/, { WIREMARK_VERSION: '1.2.3', STATUS: '1' });
  expect(pinned).toEqual({ out: '<--yes><wiremark@1.2.3><generate><--check>\n', exit: 1 });
});

it('looks for what breaks, and runs nothing that an input holds', async () => {
  const { out } = await step(/breaks/, { WIREMARK_VERSION: '', AGAINST: 'main; $(touch hacked)' });
  expect(out).toBe('<--yes><wiremark><breaking><--against><main; $(touch hacked)>\n');
  await expect(stat(path.join(temporary, 'hacked'))).rejects.toThrow();
});

it('certifies, puts the report into the summary of the job, and passes the verdict on', async () => {
  const GITHUB_STEP_SUMMARY = path.join(temporary, 'summary.md');
  const CERTIFY = 'codec --package gen/chat -- node codec.mjs';
  const { out, exit } = await step(/conforms/, { WIREMARK_VERSION: '', CERTIFY, GITHUB_STEP_SUMMARY, STATUS: '1' });
  expect(out).toMatch(
    /^<--yes><wiremark><certify><codec><--report><markdown=[^>]+><--package><gen\/chat><--><node><codec.mjs>\n$/,
  );
  expect(exit).toBe(1);
  expect(await readFile(GITHUB_STEP_SUMMARY, 'utf8')).toBe('# verdict\n');
});

it('workflows give the action no input that it has not', async () => {
  const { inputs } = await read<Action>('action.yml');
  for (const file of ['.github/workflows/ci.yml', '.github/workflows/wiremark.yml']) {
    const { jobs } = await read<Workflow>(file);
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const ours = steps.filter(({ uses }) => uses === './' || uses?.startsWith('wiremark/'));
    expect(ours.length).toBeGreaterThan(0);
    for (const one of ours) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(one.with ?? {})));
  }
});

it('hooks and examples call commands that exist', async () => {
  const hooks = await read<readonly { readonly entry: string; readonly files: string }[]>('.pre-commit-hooks.yaml');
  const gitlab = await read<{ readonly wiremark: { readonly script: readonly string[] } }>('examples/ci/gitlab-ci.yml');
  const calls = [...hooks.map(({ entry }) => entry), ...gitlab.wiremark.script].filter((line) =>
    line.includes('wiremark'),
  );
  const help = await x(process.execPath, [path.join(root, 'dist/cli.js'), '--help']);
  for (const call of calls) expect(help.stdout).toMatch(new RegExp(`^  ${/wiremark (\w+)/.exec(call)![1]} `, 'm'));
  for (const { files } of hooks) {
    const pattern = new RegExp(files);
    expect(['a/b.proto', 'x.spec.yaml', 'wiremark.config.ts', 'README.md'].map((file) => pattern.test(file))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  }
});

it('the image runs the command line, and not as root', async () => {
  const lines = (await readFile(path.join(root, 'Dockerfile'), 'utf8')).split('\n');
  expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => /^(COPY|RUN|FROM)/.test(line)));
  expect(lines).toContain('ENTRYPOINT ["wiremark"]');
});

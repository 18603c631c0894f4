/** The examples of sharded runs do what they say: their commands, run by sh with a stub in place of wiremark, give each shard once. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shardOf } from '../commands/options.ts';

/** The arguments that the first wiremark of a script is called with; the stub exits with 1, as a run with findings does. */
function argumentsOf(script: string, env: Readonly<Record<string, string>>): readonly string[] {
  const stub = 'wiremark() { printf "%s\\n" "$@"; return 1; }; npx() { "$@"; };';
  const text = execFileSync('sh', ['-c', `${stub} ${script}`], { env: { ...process.env, ...env }, encoding: 'utf8' });
  return text.trim().split('\n');
}

const after = (words: readonly string[], option: string): string => words[words.indexOf(option) + 1]!;

function expectWhole(shards: readonly (readonly string[])[], folder: string): void {
  const count = shards.length;
  expect(shards.map((words) => shardOf(after(words, '--shard')))).toEqual(
    shards.map((_, at) => ({ index: at + 1, count })),
  );
  expect(shards.map((words) => after(words, '--report'))).toEqual(
    shards.map((_, at) => `json=${folder}shard-${at + 1}.json`),
  );
  expect(new Set(shards.map((words) => after(words, '--seed'))).size).toBe(1);
  expect(after(shards[0]!, '--seed')).toMatch(/^\d+$/);
}

interface Step {
  readonly run?: string;
}
interface Workflow {
  readonly jobs: {
    readonly certify: {
      readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
      readonly steps: readonly Step[];
    };
    readonly report: { readonly needs: string; readonly steps: readonly Step[] };
  };
}

const example = async <T>(file: string): Promise<T> =>
  parse(await readFile(path.join(import.meta.dirname, file), 'utf8')) as T;

const runOf = (steps: readonly Step[]): string => steps.find(({ run }) => run?.includes('wiremark'))?.run ?? '';

test('the matrix of GitHub Actions', async () => {
  const { certify, report } = (await example<Workflow>('github-actions.yaml')).jobs;
  const { shard } = certify.strategy.matrix;
  const commands = shard.map((index) =>
    runOf(certify.steps)
      .replaceAll('${{ matrix.shard }}', String(index))
      .replaceAll('${{ strategy.job-total }}', String(shard.length))
      .replaceAll('${{ github.run_number }}', '17'),
  );
  expect(commands.join('')).not.toContain('${{');
  expectWhole(
    commands.map((command) => argumentsOf(command, {})),
    '',
  );
  expect(report.needs).toBe('certify');
  expect(runOf(report.steps)).toContain('merge-reports shard-*.json');
});

interface Job {
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly template: { readonly spec: { readonly containers: readonly [Container] } };
  };
}
interface Container {
  readonly command: readonly [string, string, string];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
}

test('the indexed Job of Kubernetes', async () => {
  const { spec } = await example<Job>('kubernetes-shards.yaml');
  expect(spec.completionMode).toBe('Indexed');
  const [{ command, env = [] }] = spec.template.spec.containers;
  const set = Object.fromEntries(env.map(({ name, value }) => [name, value]));
  const indexes = Array.from({ length: spec.completions ?? 0 }, (_, index) => index);
  expectWhole(
    indexes.map((index) => argumentsOf(command[2], { ...set, JOB_COMPLETION_INDEX: String(index) })),
    '/reports/',
  );
  const merge = await example<Job>('kubernetes-merge.yaml');
  expect(merge.spec.template.spec.containers[0].command[2]).toContain('merge-reports /reports/shard-*.json');
});

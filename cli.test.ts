/** The command line as a whole: help with examples, suggestions, completion. */
import path from 'node:path';
import { x } from 'tinyexec';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './diagnostics/package-root.ts';

/** Runs the compiled command line. */
async function wiremark(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const cli = path.join(packageRoot(), 'dist/cli.js');
  const { exitCode, stdout, stderr } = await x(process.execPath, [cli, ...args], { throwOnError: false });
  return { code: exitCode ?? -1, stdout, stderr };
}

describe('help', () => {
  it('has examples and exit codes for every command', async () => {
    const { code, stdout } = await wiremark('--help');
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z-]+) \[?</gm)].map((match) => match[1]!);
    const listed = new Set([...commands, ...[...stdout.matchAll(/^ {2}([a-z-]+) \[options\]/gm)].map((m) => m[1]!)]);
    expect(listed.size).toBeGreaterThan(9);
    for (const { code, stdout } of await Promise.all([...listed].map((command) => wiremark(command, '--help')))) {
      expect(code).toBe(0);
      expect(stdout).toMatch(/Examples:\n {2}\$ /);
      expect(stdout).toContain('Exit codes: 0 ');
    }
  });
});

it('suggests the command and the option that were meant', async () => {
  const [command, option] = await Promise.all([
    wiremark('generat'),
    wiremark('certify', 'codec', '--package', 'x', '--sead', '1'),
  ]);
  expect(command).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Did you mean generate?') });
  expect(option).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Did you mean --seed?') });
  expect(option.stderr).toContain('wiremark certify --help');
});

describe('completion', () => {
  /** What bash offers for the last of the words. */
  async function offered(script: string, ...words: readonly string[]): Promise<readonly string[]> {
    const line = ['wiremark', ...words].map((word) => `'${word}'`).join(' ');
    const ask = `${script}\nCOMP_WORDS=(${line}) COMP_CWORD=${words.length}\n_wiremark\nprintf '%s\n' "\${COMPREPLY[@]}"`;
    const { stdout: replies } = await x('bash', ['-c', ask]);
    return replies.split('\n').filter((reply) => reply !== '');
  }

  it('offers commands, options and their values in bash, and leaves files to it', async () => {
    const { stdout: script } = await wiremark('completion', 'bash');
    expect(await offered(script, 'gen')).toEqual(['generate']);
    expect(await offered(script, 'generate', '--ch')).toEqual(['--check']);
    expect(await offered(script, 'init', '--ci', '')).toEqual(['github', 'gitlab', 'none']);
    expect(await offered(script, 'certify', 's')).toEqual(['server']);
    expect(await offered(script, 'generate', 'chat')).toEqual([]);
  });

  it('has scripts for zsh and fish, and for no others', async () => {
    const [zsh, fish, other] = await Promise.all(['zsh', 'fish', 'tcsh'].map((shell) => wiremark('completion', shell)));
    expect(zsh!.stdout).toMatch(/^autoload .*bashcompinit\n_wiremark\(\)/m);
    expect(fish!.stdout).toMatch(/^complete .* -a generate -d '.+'$/m);
    expect(fish!.stdout).toContain("'__fish_seen_subcommand_from init' -l ci -x -a 'github gitlab none' -d ");
    expect(other).toMatchObject({ code: 2, stdout: '' });
  });
});

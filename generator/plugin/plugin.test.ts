/**
 * Descriptors say the same as sources: protoc writes sets of them, and drives the plugin, for files that use all of the
 * language. Skipped, and said so, where npm's protoc has no binary for this machine.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { x } from 'tinyexec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { generateAll } from '../generate-all.ts';
import { loadProtocol } from '../load-protocol.ts';
import { readParameter } from './parameter.ts';
import { respond } from './respond.ts';

const root = packageRoot();
const protoc = async (
  args: readonly string[],
  cwd: string,
): Promise<{ exitCode: number | undefined; stderr: string }> =>
  x(process.execPath, [path.join(root, 'node_modules/protoc/protoc.cjs'), ...args], { nodeOptions: { cwd } });
const runs = await protoc(['--version'], root).then(({ exitCode }) => exitCode === 0);
if (!runs) process.stderr.write('protoc does not run here: descriptors of other compilers are not compared.\n');

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-plugin-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

/** All that generation goes by, without the text itself, and without columns, which spaces move; and a set asks for all it holds. */
async function facts(cwd: string, protos: readonly string[]): Promise<unknown> {
  const request = { cwd, protos, roots: [], specs: [], overlays: [], name: 'x', int64: 'bigint', int64Of: {} } as const;
  const { value, diagnostics } = await loadProtocol(request);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const ignored = new Set(['text', 'column', 'length', 'requested']);
  const plain = JSON.stringify(value.protocol.files, (key, part: unknown) => {
    if (ignored.has(key)) return undefined;
    return typeof part === 'bigint' ? `${part}n` : part;
  });
  return JSON.parse(plain) as unknown;
}

const scenarios = ['fixtures/generator/proto-hostile-names/input', 'fixtures/generator/proto-extensions/input'];

describe.runIf(runs)('a set of file descriptors', () => {
  it.each([
    ...scenarios.map((folder) => [folder, undefined] as const),
    ...['edition', 'extension', 'json', 'proto2', 'proto3'].map(
      (name) => ['generator/3-plan/message/test', `${name}.proto`] as const,
    ),
    ['spec/openim', 'common.proto'] as const,
  ])('%s %s', async (folder, file) => {
    const cwd = path.join(root, folder);
    const protos = file === undefined ? (await readdir(cwd)).filter((name) => name.endsWith('.proto')) : [file];
    const set = path.join(temporary, `${folder.replaceAll('/', '-')}-${file}.binpb`);
    const made = await protoc(['-o', set, '--include_imports', '--include_source_info', ...protos], cwd);
    expect(made.stderr).toBe('');
    expect(await facts(cwd, [set])).toEqual(await facts(cwd, protos));
  });

  it('gives code without source info as well', async () => {
    const set = path.join(temporary, 'bare.binpb');
    await protoc(['-o', set, '--include_imports', 'common.proto'], path.join(root, 'spec/openim'));
    const { sealed, diagnostics } = await generateAll([set], { name: 'bare', out: 'bare', cache: false }, temporary);
    expect(diagnostics).toEqual([]);
    expect(sealed[0]!.files).toContain('lib/common.js');
    expect(await readFile(path.join(temporary, 'bare/spec/common.proto'), 'utf8')).toContain(
      '\nmessage OfflinePushInfo {\n',
    );
  });

  it('is told from other files', async () => {
    await writeFile(path.join(temporary, 'other.binpb'), 'no descriptors');
    const { diagnostics } = await generateAll(['other.binpb'], { cache: false }, temporary);
    expect(diagnostics.map(({ code }) => code)).toEqual(['WM1025']);
  });
});

describe.runIf(runs)('protoc-gen-wiremark', () => {
  const plugin = path.join(root, 'dist/protoc-gen-wiremark.js');
  const drive = async (option: string, out: string): ReturnType<typeof protoc> => {
    const launcher = path.join(temporary, 'protoc-gen-wiremark');
    await writeFile(launcher, `#!/bin/sh\nexec "${process.execPath}" "${plugin}"\n`, { mode: 0o755 });
    const cwd = path.join(root, 'spec/openim');
    return protoc([`--plugin=${launcher}`, `--wiremark_out=${out}`, `--wiremark_opt=${option}`, 'common.proto'], cwd);
  };

  it('gives protoc what the command line gives', async () => {
    const [byProtoc, byHand] = [path.join(temporary, 'by-protoc'), path.join(temporary, 'by-hand')];
    await mkdir(byProtoc);
    expect((await drive('name=@acme/chat,int64=string', byProtoc)).stderr).toBe('');
    const flags = { name: '@acme/chat', int64: 'string', out: byHand, cache: false };
    await generateAll(['common.proto'], flags, path.join(root, 'spec/openim'));
    const files = (await readdir(byHand, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(50);
    for (const entry of files) {
      const file = path.relative(byHand, path.join(entry.parentPath, entry.name));
      expect(await readFile(path.join(byProtoc, file), 'utf8'), file).toBe(
        await readFile(path.join(byHand, file), 'utf8'),
      );
    }
  });

  it('reports what is wrong through protoc', async () => {
    const { exitCode, stderr } = await drive('int46=string', temporary);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('The plugin has no option "int46".\n  fix: Did you mean "int64"?');
  });
});

it('reads its parameter', () => {
  const text = 'name=@acme/chat,version=2.0.0,emit=ts,spec=a.yaml,spec=b.yaml,int64Of.a.B=number,verify';
  expect(readParameter(text, 'chat.proto').value).toEqual({
    config: {
      name: '@acme/chat',
      version: '2.0.0',
      out: path.join('out', 'chat'),
      protos: [],
      roots: [],
      specs: ['a.yaml', 'b.yaml'],
      overlays: [],
      emit: 'ts',
      int64Of: { 'a.B': 'number' },
    },
    verify: true,
  });
  expect(readParameter('int64Of.a.B=float', 'chat.proto').diagnostics.map(({ message }) => message)).toEqual([
    'int64Of.a.B takes bigint, number, string.',
  ]);
});

it('throws at what is no request, which the plugin reports in one line', async () => {
  await expect(respond(Uint8Array.of(0xff))).rejects.toThrow();
});

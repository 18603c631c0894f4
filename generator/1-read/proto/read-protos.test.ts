import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxFileBytes } from './files/load.ts';
import { readProtos } from './read-protos.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes files below a new folder and reads some of them. */
async function read(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  request: { readonly protos?: readonly string[]; readonly roots?: readonly string[]; readonly cwd?: string } = {},
): Promise<Awaited<ReturnType<typeof readProtos>> & { readonly cwd: string }> {
  const cwd = path.join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
    await writeFile(path.join(cwd, file), text);
  }
  const from = path.join(cwd, request.cwd ?? '.');
  const result = await readProtos({ roots: [], protos: ['a.proto'], ...request, cwd: from });
  return { ...result, cwd };
}

const three = 'syntax = "proto3";\n';
const paths = (result: { readonly value: readonly { readonly path: string }[] }): string[] =>
  result.value.map((source) => source.path).filter((each) => each !== 'google/protobuf/descriptor.proto');
const codes = (result: Awaited<ReturnType<typeof read>>): string[] =>
  result.diagnostics.map(({ code, place }) => `${code} ${place === undefined ? '-' : `${place.file}:${place.line}`}`);

describe('readProtos', () => {
  it('follows imports through the roots in order, then the working folder, then the bundled types', async () => {
    const result = await read(
      'roots',
      {
        'a.proto': `${three}import "b.proto";\nimport "sub/c.proto";\nimport "google/protobuf/any.proto";`,
        'first/b.proto': three,
        'second/b.proto': `${three}import "never.proto";`,
        'sub/c.proto': three,
      },
      { roots: ['first', 'second'] },
    );
    expect(result.diagnostics).toEqual([]);
    expect(result.value.map(({ path, file, requested }) => [path, file, requested])).toEqual([
      ['a.proto', 'a.proto', true],
      ['b.proto', 'first/b.proto', false],
      ['google/protobuf/any.proto', 'google/protobuf/any.proto', false],
      ['google/protobuf/descriptor.proto', 'google/protobuf/descriptor.proto', false],
      ['sub/c.proto', 'sub/c.proto', false],
    ]);
    expect(result.value[0]!.imports.map(({ resolved }) => resolved)).toEqual([
      'b.proto',
      'sub/c.proto',
      'google/protobuf/any.proto',
    ]);
  });

  it('knows one file by one path, however it is reached', async () => {
    const files = {
      'a.proto': `${three}import "protos/b.proto";`,
      'protos/b.proto': `${three}import "c.proto";`,
      'protos/c.proto': `${three}`,
    };
    for (const protos of [
      ['a.proto', 'protos/b.proto'],
      ['protos/b.proto', 'a.proto'],
      ['b.proto', 'a.proto'],
    ]) {
      const result = await read('one', files, { protos, roots: ['protos'] });
      expect(result.diagnostics).toEqual([]);
      expect(paths(result)).toEqual(['a.proto', 'b.proto', 'c.proto']);
      expect(result.value.filter(({ requested }) => requested).map(({ path }) => path)).toEqual(['a.proto', 'b.proto']);
    }
  });

  it('names files as the user knows them, also outside the working folder', async () => {
    const result = await read(
      'outside',
      { 'app/x.txt': '', 'lib/a.proto': `${three}import "b.proto";`, 'lib/b.proto': three },
      { cwd: 'app', protos: ['../lib/a.proto'], roots: ['../lib'] },
    );
    expect(result.diagnostics).toEqual([]);
    expect(result.value.slice(0, 2).map(({ path, file }) => [path, file])).toEqual([
      ['a.proto', '../lib/a.proto'],
      ['b.proto', '../lib/b.proto'],
    ]);
  });

  it('finds imports in the packages that a project depends on, and in one that is named as a root', async () => {
    const files = {
      'a.proto': `${three}import "google/api/a.proto";\nimport "shared/b.proto";`,
      'package.json': '{"dependencies":{"api-protos":"1.0.0"},"devDependencies":{"@acme/shared":"1.0.0"}}',
      'node_modules/api-protos/google/api/a.proto': `${three}import "google/api/c.proto";`,
      'node_modules/api-protos/google/api/c.proto': three,
      'node_modules/@acme/shared/protos/shared/b.proto': three,
      'node_modules/stranger/google/api/c.proto': 'not asked for',
    };
    const result = await read('packages', files);
    expect(result.diagnostics).toEqual([]);
    expect(paths(result)).toEqual(['a.proto', 'google/api/a.proto', 'google/api/c.proto', 'shared/b.proto']);
    expect(result.value[1]!.file).toBe('node_modules/api-protos/google/api/a.proto');
    expect(result.trace.files).toContain(path.join(result.cwd, 'package.json'));
    const named = await read(
      'packages',
      { 'b.proto': `${three}import "a.proto";` },
      { protos: ['b.proto'], roots: ['npm:api-protos/google/api', 'npm:../..'] },
    );
    expect(codes(named)).toEqual([]);
    expect(named.value.find(({ path: each }) => each === 'a.proto')!.file).toBe(
      'node_modules/api-protos/google/api/a.proto',
    );
  });

  it('reads the same whatever the line ends and the byte order mark', async () => {
    const text = `${three}// Über\nmessage A {\n  /* a\n   * b */\n  string a = 1;\n}\n`;
    const [plain, crlf, cr] = await Promise.all([
      read('lf', { 'a.proto': text }),
      read('crlf', { 'a.proto': `\ufeff${text.replaceAll('\n', '\r\n')}` }),
      read('cr', { 'a.proto': text.replaceAll('\n', '\r') }),
    ]);
    expect(crlf.value).toEqual(plain.value);
    expect(cr.value).toEqual(plain.value);
    expect(plain.value[0]!.text).toBe(text);
  });

  it('reports imports that lead nowhere, with what was tried and what was probably meant', async () => {
    const result = await read(
      'nowhere',
      {
        'a.proto': `${three}import "sub/usr.proto";\nimport "Sub/user.proto";\nimport "../x.proto";\nimport "/x.proto";\nimport "sub\\\\user.proto";\nimport "./b.proto";\nimport "";`,
        'sub/user.proto': three,
      },
      { roots: ['none'] },
    );
    expect(result.diagnostics.map(({ code, place, fix }) => [code, place!.line, place!.column, fix])).toEqual([
      ['WM1020', 2, 8, 'Did you mean "sub/user.proto"?'],
      ['WM1020', 3, 8, 'Did you mean "sub/user.proto"?'],
      ...[4, 5, 6, 7, 8].map((line) => [
        'WM1021',
        line,
        8,
        'Write it relative to an import root, with "/" between folders.',
      ]),
    ]);
    expect(result.diagnostics[0]!.message).toContain('none, the working folder, the bundled well-known types');
  });

  it('reports what cannot be read', async () => {
    const result = await read(
      'unreadable',
      {
        'latin.proto': Uint8Array.of(0x2f, 0x2f, 0xe9),
        'large.proto': new Uint8Array(maxFileBytes + 1).fill(0x20),
        'folder.proto/x.txt': '',
        'link.proto': `${three}import "gone.proto";`,
      },
      { protos: ['latin.proto', 'large.proto', 'folder.proto', 'missing.proto', 'link.proto'] },
    );
    expect(codes(result).sort()).toEqual([
      'WM1020 link.proto:2',
      'WM1022 large.proto:1',
      'WM1023 latin.proto:1',
      'WM5001 -',
      'WM5001 -',
    ]);
    await symlink('nowhere', path.join(result.cwd, 'gone.proto'));
    const again = await readProtos({ cwd: result.cwd, roots: [], protos: ['link.proto'] });
    expect(again.diagnostics.map(({ code }) => code)).toEqual(['WM5001']);
    expect(again.value.find(({ path }) => path === 'link.proto')!.imports[0]!.resolved).toBeUndefined();
  });

  it('reports a cycle once, and a file that imports itself', async () => {
    const result = await read('cycle', {
      'a.proto': `${three}import "b.proto";`,
      'b.proto': `${three}import "c.proto";`,
      'c.proto': `${three}import "a.proto";\nimport "c.proto";`,
    });
    expect(result.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'WM1024 Files import one another in a circle: a.proto -> b.proto -> c.proto -> a.proto.',
      'WM1024 Files import one another in a circle: c.proto -> c.proto.',
    ]);
  });

  it('gives the same for any order of the request', async () => {
    const files = {
      'a.proto': `${three}import "b.proto"`,
      'b.proto': `${three}mesage B {}`,
      'c.proto': 'message C {}',
    };
    const protos = ['a.proto', 'b.proto', 'c.proto'];
    const [forward, backward] = await Promise.all([
      read('order', files, { protos }),
      read('order', files, { protos: protos.toReversed() }),
    ]);
    expect(backward).toEqual(forward);
    expect(codes(forward)).toEqual(['WM1007 a.proto:2', 'WM1001 b.proto:2', 'WM1010 c.proto:1']);
  });

  it('reads nothing when nothing is asked for', async () => {
    expect((await read('none', {}, { protos: [] })).value).toEqual([]);
  });
});

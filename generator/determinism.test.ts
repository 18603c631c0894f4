/** The same input gives the same bytes, whoever asks from where; and names that a file system takes ill do no harm. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { generateAll } from './generate-all.ts';

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-same-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

/** Writes sources, generates from them, and gives all files of the package. */
async function generated(
  folder: string,
  sources: Readonly<Record<string, string>>,
  order: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const cwd = path.join(temporary, folder);
  await mkdir(cwd, { recursive: true });
  for (const [file, text] of Object.entries(sources)) await writeFile(path.join(cwd, file), text);
  const flags = { name: '@acme/same', out: 'gen', cache: false };
  const { sealed, diagnostics } = await generateAll(order, flags, cwd);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const texts = await Promise.all(sealed[0]!.files.map((file) => readFile(path.join(cwd, 'gen', file), 'utf8')));
  return new Map(sealed[0]!.files.map((file, i) => [file, texts[i]!]));
}

const sources = {
  'i.proto': 'syntax = "proto3";\n// İi, ıI, äöü\nmessage Item {\n  string title_id = 1;\n  double ratio = 2;\n}\n',
  'z.proto':
    'syntax = "proto3";\nimport "i.proto";\nmessage Zoo {\n  repeated Item items = 1;\n  map<string, Item> by_id = 2;\n}\n',
};

it('holds for another locale, time zone, folder, order of files, and line ends', async () => {
  const first = await generated('here', sources, ['i.proto', 'z.proto']);
  vi.stubEnv('TZ', 'Asia/Kathmandu');
  vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
  vi.stubEnv('LANG', 'tr_TR.UTF-8');
  try {
    const crlf = Object.fromEntries(
      Object.entries(sources).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
    );
    expect(await generated('deep/er/there', crlf, ['z.proto', 'i.proto'])).toEqual(first);
  } finally {
    vi.unstubAllEnvs();
  }
});

it('makes files of names that Windows keeps, that differ by case alone, or that are very long', async () => {
  const long = 'N'.repeat(300);
  const files = await generated(
    'names',
    {
      'con.proto': `syntax = "proto3";\nmessage nul { string a = 1; }\nmessage ${long} { string ${'f'.repeat(300)} = 1; }\n`,
      'Chat.proto': 'syntax = "proto3";\npackage one;\nmessage Post { string a = 1; }\n',
      'chat.proto': 'syntax = "proto3";\npackage two;\nmessage post { string a = 1; }\n',
    },
    ['con.proto', 'Chat.proto', 'chat.proto'],
  );
  const segments = [...files.keys()].flatMap((file) => file.split('/'));
  expect(segments.filter((segment) => /^(con|nul)(\.|$)/i.test(segment))).toEqual([]);
  expect(segments.filter((segment) => segment.length > 200)).toEqual([]);
  expect(new Set([...files.keys()].map((file) => file.toLowerCase())).size).toBe(files.size);
  expect(files.get('lib/con_.js')).toMatch(/encodeN{200}\W/);
  expect(await readdir(path.join(temporary, 'names/gen/spec'))).toHaveLength(3);
});

/**
 * Sources without end, or written to do harm, through the whole pipeline: each gives a diagnostic, or code that
 * Node loads, that TypeScript takes, and that does nothing but its job.
 */
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { x } from 'tinyexec';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../diagnostics/package-root.ts';
import { load, make, workshop, type Exports, type Made } from './test/made.ts';

const root = packageRoot();
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await workshop());
});
afterAll(() => remove());
const at = (name: string): string => path.join(folder, name);

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');
const three = 'syntax = "proto3";\n';

/** What would break out of a string, a comment, a template, a script, a Markdown cell or a path, and leave a trace. */
const harm = [
  '*/ globalThis.harmed = 1; /*',
  "'; globalThis.harmed = 1; '",
  '"; globalThis.harmed = 1; "',
  '`; globalThis.harmed = 1; ${(globalThis.harmed = 1)}',
  "\\'; globalThis.harmed = 1; //",
  '\u2028globalThis.harmed = 1;',
  '\nglobalThis.harmed = 1;\n',
  '</script><script>globalThis.harmed = 1</script>',
  '{{lookup this "constructor"}} {{{{raw}}}}',
  '\u0001 1\u0002 \u00030\u0004 0\u0005',
  '$& $1 $` \\u0027 | [x](javascript:alert(1))',
].join(' ');

/** Type-checks what was generated, declarations and library included. */
async function compile(...made: readonly Made[]): Promise<void> {
  const files = made.flatMap((one) => one.files.map((file) => path.join(one.cwd, 'gen', file)));
  const flags =
    '--noEmit --allowImportingTsExtensions --strict --module nodenext --target es2022 --types --skipLibCheck false'.split(
      ' ',
    );
  const sources = files.filter((file) => /lib\/[^/]+\.(d\.)?ts$/.test(file) && !file.includes('arbitraries'));
  const tsc = path.join(root, 'node_modules/.bin/tsc');
  const { stdout } = await x(tsc, [...flags, ...sources], { nodeOptions: { cwd: folder } });
  expect(stdout).toBe('');
}

it('refuses what has no end: imports in a circle, aliases of aliases', async () => {
  const circle = await make(at('circle'), {
    'a.proto': `${three}import "b.proto"; message A { B b = 1; }`,
    'b.proto': `${three}import "a.proto"; message B { A a = 1; }`,
  });
  expect(circle).toMatchObject({ errors: [expect.stringMatching(/^WM1024/)], files: [] });
  const bomb = times(30, (index) => `a${index}: &a${index} [${Array(10).fill(index ? `*a${index - 1}` : 'x')}]\n`);
  const { errors, files } = await make(at('bomb'), { 'bomb.spec.yaml': bomb });
  expect(errors.some((error) => error.startsWith('WM3013'))).toBe(true);
  expect(files).toEqual([]);
});

it('refuses halves of characters, with their places', async () => {
  const types = { 'a\ud800': { type: 'string', description: '\udc00' } };
  const spec = {
    wiremark: 1,
    name: 'half',
    title: 'Half',
    types: { Half: { kind: 'object', fields: types } },
    events: {},
  };
  const { errors, files } = await make(at('half'), { 'half.spec.yaml': JSON.stringify(spec) });
  expect(errors).toEqual([expect.stringMatching(/^WM3014 .*U\+D800/)]);
  expect(files).toEqual([]);
});

it('writes nothing through a symbolic link out of its folder', async () => {
  const outside = at('outside');
  await mkdir(outside);
  const gen = at('linked/gen');
  await mkdir(gen, { recursive: true });
  await symlink(outside, path.join(gen, 'lib'));
  expect((await make(at('linked'), { 'a.proto': `${three}message A {}` })).errors).toEqual([
    expect.stringMatching(/^WM4003/),
  ]);
  expect(await readdir(outside)).toEqual([]);
  expect(await readdir(gen)).toEqual(['lib']);
});

it('makes code of hostile names, comments, defaults and options that does nothing but its job', async () => {
  const comments = harm.split('\n').map((line) => `// ${line}\n`);
  const string = JSON.stringify(harm)
    .replaceAll('\\u0001', '\\001')
    .replace(/\\u000(\d)/g, '\\00$1');
  const long = 'Long'.padEnd(300, 'x');
  const proto = `${comments.join('')}syntax = "proto2";
import "google/protobuf/descriptor.proto";
extend google.protobuf.FieldOptions { optional string note = 50001; }
${comments.join('')}message Meta {
  ${comments.join('')}  optional string text = 1 [default = ${string}, (note) = ${string}]; ${comments[0]}
  optional bytes raw = 2 [default = ${string}];
  optional int32 constructor = 3; optional int32 prototype = 4; optional int32 __proto__ = 5;
}
message meta { optional Meta of = 1; optional int32 ab = 2; optional int32 aB = 3 [json_name = ${string}]; }
message ${long} { repeated ${long} ${long} = 1; }
enum class { option allow_alias = true; Zero = 0; zero = 0; function = 1; }
`;
  const hostile = { description: harm, deprecated: true };
  const spec: Record<string, unknown> = {
    wiremark: 1,
    name: 'talk',
    title: harm,
    description: harm,
    documents: { page: { title: harm, note: harm } },
    rules: { rule: harm },
    enums: {
      Größe: { values: 'string', ...hostile, members: { 大: { value: harm, label: harm, ...hostile }, class: 'x' } },
    },
    types: {
      Meta: {
        kind: 'object',
        ...hostile,
        presence: 'optional',
        fields: {
          [harm]: { type: 'string', ...hostile, unit: harm, declared: { type: harm, as: 'string' }, default: harm },
          ['n'.repeat(300)]: { type: { literal: harm }, values: [{ value: harm, description: harm }] },
          'émoji 🎉': { type: { prefix: harm } },
          constructor: 'Größe',
          Constructor: { type: { map: { key: 'string', value: 'meta' } } },
        },
      },
      meta: { kind: 'union', ...hostile, discriminant: harm, variants: ['One', 'Two'] },
      One: { kind: 'object', presence: 'required', fields: { [harm]: { type: { literal: harm } } } },
      Two: { kind: 'object', presence: 'required', fields: { [harm]: { type: { literal: 'two' } } } },
      ['T'.repeat(300)]: { kind: 'alias', type: { list: 'Meta' } },
    },
    callbacks: { 回调: { ...hostile, arguments: { class: { type: 'string', description: harm } } } },
    events: {
      [harm]: { label: harm, group: harm, ...hostile, arguments: { default: { type: 'Meta', description: harm } } },
      toString: { label: 'x', group: harm, arguments: {} },
    },
    notes: [{ about: harm, text: harm }],
  };
  const files = { 'Talk.proto': proto, 'talk.spec.yaml': JSON.stringify(spec) };
  const made = await make(at('hostile'), files);
  const lib = (await load(made))['talk_'] as unknown as Exports;
  expect(globalThis).not.toHaveProperty('harmed');
  expect(({} as { harmed?: unknown }).harmed).toBeUndefined();
  const event = { event: harm, args: [{ [harm]: harm }] };
  expect(lib['fromJsonStringTalkEvent']!(lib['toJsonStringTalkEvent']!(event))).toMatchObject({ event: harm });
  expect(new Set(made.files.map((file) => file.toLowerCase())).size).toBe(made.files.length);
  await compile(made, await make(at('hostile-ts'), files, { emit: 'ts' }));
  const outsideCode = (await readFile(path.join(made.cwd, 'gen/README.md'), 'utf8')).replaceAll(
    /(?<!\\)(`+)[^`].*?[^`]\1(?!`)/gs,
    '',
  );
  expect(outsideCode).not.toContain('<script');
});

it('takes sources whose own names are hostile; names of packages must be those of npm', async () => {
  const names = [
    "'; globalThis.harmed = 1; '.proto",
    '`${globalThis.harmed = 1}`.proto',
    '*[x].proto',
    '🎉 \u2028.proto',
  ];
  const sources = Object.fromEntries(names.map((name, index) => [name, `${three}message M${index} { int32 a = 1; }`]));
  const made = await make(at('paths'), sources);
  await load(made);
  expect(globalThis).not.toHaveProperty('harmed');
  for (const name of ['../../up', '..', '/etc', 'a b', "x'", '__proto__/x', 'n'.repeat(300)]) {
    expect((await make(at('refused'), { 'a.proto': three }, { name })).errors, name).toEqual([
      expect.stringMatching(/^WM5002/),
    ]);
  }
});

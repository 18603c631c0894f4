/** Templates and plugins of a package's own: what they change, and that what they get wrong is told of, not thrown. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadTemplates } from '../assets.ts';
import type { GenerateFlags } from '../config/ad-hoc.ts';
import { generateAll } from '../generate-all.ts';
import { watchedPaths } from '../watch/watched-paths.ts';
import { eject } from './eject.ts';
import { frozenCopy } from './frozen-copy.ts';
import { runPlugins } from './run-plugins.ts';
import { viewOf } from './template-views.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'wiremark-customize-'));
  await write('a.proto', 'syntax = "proto3";\nenum Color { RED = 0; }\nmessage A { Color color = 1; }\n');
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
  await writeFile(path.join(cwd, file), text);
}
const read = (file: string): Promise<string> => readFile(path.join(cwd, file), 'utf8');

/** Generates a package of `a.proto`; what was reported, and what was written. */
async function run(flags: GenerateFlags): Promise<{ reported: string[]; written: readonly string[] }> {
  const { diagnostics, sealed } = await generateAll(['a.proto'], { name: 'a', out: 'gen', ...flags }, cwd);
  const reported = diagnostics.map(({ code, place, message, fix }) => {
    const at = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
    return `${at}${code} ${message} ${fix}`;
  });
  return { reported, written: sealed[0]?.written ?? [] };
}

describe('templates', () => {
  it('override those of their name; the cache sees each change of them', async () => {
    const bundled = (await loadTemplates()).get('enum')!;
    await write('own/enum.hbs', `{{#code}}\n// Painted.\n{{/code}}\n${bundled}`);
    await write('own/README.md', 'No template.');
    expect((await run({ templates: 'own' })).reported).toEqual([]);
    expect(await read('gen/lib/a.js')).toContain('// Painted.');
    expect(await read('gen/lib/a.d.ts')).not.toContain('// Painted.');
    expect((await run({ templates: 'own' })).written).toEqual([]);

    await write('own/enum.hbs', `{{#code}}\n// Repainted.\n{{/code}}\n${bundled}`);
    expect((await run({ templates: 'own' })).written).toEqual(['lib/a.js', 'manifest.json']);
    await rm(path.join(cwd, 'own/enum.hbs'));
    await write('own/package/license.hbs', 'All rights reserved.\n');
    expect((await run({ templates: 'own' })).written).toEqual(['LICENSE', 'lib/a.js', 'lib/a.js.map', 'manifest.json']);
    await write('own/enmu.hbs', bundled);
    expect((await run({ templates: 'own' })).reported).toEqual([
      'own/enmu.hbs:1:1 WM5005 There is no template "enmu". Did you mean "enum"? "wiremark eject --list" shows all.',
    ]);
  });

  it('are told of with their place when they cannot be rendered', async () => {
    const fix = (name: string): string =>
      `Correct it, or take it out of the folder; "wiremark eject ${name}" copies the original to a new one.`;
    await write('own/enum.hbs', 'ok\n  {{nmae}}');
    await write('own/message.hbs', '{{> message-type}}\n{{#if json}}\n');
    await write('own/package/license.hbs', '{{use "evil"}}');
    await write('own/module.hbs', '{{doc thsi}}');
    await write('own/package/readme.hbs', '{{> package/readme}}');
    const { reported, written } = await run({ templates: 'own' });
    expect(reported).toEqual([
      `own/enum.hbs:2:5 WM4005 The template "enum" cannot be rendered: "nmae" not defined. ${fix('enum')}`,
      `own/module.hbs:1:1 WM4005 The template "module" cannot be rendered: what "doc" is given is not in the view. ${fix('module')}`,
      `own/package/license.hbs:1:1 WM4005 The template "package/license" cannot be rendered: the runtime library exports no "evil". ${fix('package/license')}`,
      `own/package/readme.hbs:1:1 WM4005 The template "package/readme" cannot be rendered: it includes itself without end. ${fix('package/readme')}`,
    ]);
    expect(written).toEqual([]);
    await rm(path.join(cwd, 'own/enum.hbs'));
    const [parse] = (await run({ templates: 'own' })).reported;
    expect(parse).toMatch(
      /^own\/message\.hbs:\d:1 WM4005 The template "message" cannot be rendered: it does not parse, for /,
    );
    expect((await run({ templates: 'none' })).reported[0]).toMatch(/^WM5001 The file "none"/);
  });

  it('are ejected, and never over what differs', async () => {
    const bundled = await loadTemplates();
    const options = { bundled, folder: path.join(cwd, 'own'), cwd, force: false };
    expect((await eject(['enum', 'package/readme.hbs'], options)).value).toEqual([
      { file: 'own/enum.hbs', state: 'written' },
      { file: 'own/package/readme.hbs', state: 'written' },
    ]);
    expect((await eject(['enum'], options)).value).toEqual([{ file: 'own/enum.hbs', state: 'same' }]);
    await write('own/enum.hbs', 'mine');
    const refused = await eject(['enum', 'unoin', '../evil', 'alias'], options);
    expect(refused.diagnostics.map(({ code, fix }) => [code, fix.slice(0, 21)])).toEqual([
      ['WM5006', 'Give another folder w'],
      ['WM5005', 'Did you mean "union"?'],
      ['WM5005', 'Known here: "alias", '],
    ]);
    await expect(read('own/alias.hbs')).rejects.toThrow();
    expect(await read('own/enum.hbs')).toBe('mine');
    await eject(['enum'], { ...options, force: true });
    expect(await read('own/enum.hbs')).toBe(bundled.get('enum'));
  });

  it('have each a documented view', async () => {
    for (const name of (await loadTemplates()).keys()) {
      const row = viewOf(name);
      expect(row, name).toBeDefined();
      if (row!.view === '') continue;
      const source = await readFile(path.join(packageRoot(), `generator/ir/${row!.module}.ts`), 'utf8');
      expect(source, name).toMatch(new RegExp(`^export interface ${row!.view}\\b`, 'm'));
    }
  });

  it('and plugins are watched', () => {
    const request = { dir: '/p/gen', cwd: '/p', roots: [], bases: [], templates: '/p/own', plugins: ['./k.mjs'] };
    const outcome = { requests: [request as never], inputs: [] };
    const { isSource } = watchedPaths(outcome, { named: [], specs: [], cwd: '/p' });
    expect(
      ['own/a.hbs', 'own/b/c.hbs', 'k.mjs', 'own/notes.txt', 'gen/a.hbs', 'x.mjs'].filter((file) =>
        isSource(path.resolve('/p', file)),
      ),
    ).toEqual(['own/a.hbs', 'own/b/c.hbs', 'k.mjs']);
  });
});

describe('plugins', () => {
  it('add files from what they are given', async () => {
    const body = `({ package: { name }, descriptor, plan }) => [{
      path: 'doc/' + name + '.txt',
      text: descriptor.enums[0].name + plan.files.find((f) => f.path === 'a').view.items[0].name,
    }]`;
    await write('add.ts', `import type { Plugin } from 'wiremark';\nexport default (${body}) satisfies Plugin;\n`);
    expect((await run({ plugin: ['add.ts'] })).reported).toEqual([]);
    expect(await read('gen/doc/a.txt')).toBe('ColorColor');
    expect(await read('gen/manifest.json')).toContain('doc/a.txt');
    const { files } = JSON.parse(await read('gen/package.json')) as { files: string[] };
    expect(files).toContain('doc');
    await write('add.ts', `export default () => [{ path: 'b.txt', text: 'B' }];\n`);
    expect((await run({ plugin: ['add.ts'] })).written).toEqual(['b.txt', 'manifest.json', 'package.json']);
    expect((await run({})).reported).toEqual([]);
    await expect(read('gen/b.txt')).rejects.toThrow();
  });

  it('that go wrong are told of by name, and nothing is written', async () => {
    const files = (...paths: string[]): string =>
      `() => ${JSON.stringify(paths.map((each) => ({ path: each, text: '' })))}`;
    const plugins = {
      'escape.mjs': files('../evil.txt', '/evil.txt', 'a/../../b', 'C:\\evil', ''),
      'taken.mjs': files('PACKAGE.json', 'manifest.json', 'lib', 'LICENSE/x', 'new/a', 'new'),
      'throws.mjs': `() => { throw new Error('no\\nstack'); }`,
      'nothing.mjs': '() => undefined',
      'shape.mjs': '() => [{ path: 1 }, null]',
      'value.mjs': '42',
      'change.mjs': `({ plan }) => { plan.files[0].path = 'x'; return []; }`,
      'trap.mjs': `() => [new Proxy({}, { get() { throw 'trap'; } })]`,
    };
    for (const [name, code] of Object.entries(plugins)) await write(name, `export default ${code};\n`);
    await write('syntax.mjs', 'export default (;\n');
    const { reported, written } = await run({ plugin: [...Object.keys(plugins), 'syntax.mjs', 'missing.mjs'] });
    expect(written).toEqual([]);
    expect(reported.every((line) => line.startsWith('WM4006 The plugin "'))).toBe(true);
    const told = (name: string): string[] =>
      reported.filter((line) => line.includes(`"${name}"`)).map((line) => line.slice(21 + name.length));
    expect(told('throws.mjs')).toEqual(['failed: no. Correct the plugin; nothing was written.']);
    expect(told('nothing.mjs')).toHaveLength(1);
    expect(told('shape.mjs')[0]).toContain('must return an array of { path, text }');
    expect(told('value.mjs')[0]).toContain('exports no function by default');
    expect(told('change.mjs')[0]).toMatch(/^failed: Cannot assign to read only property 'path'/);
    expect(told('trap.mjs')[0]).toMatch(/^failed: trap\./);
    expect(told('syntax.mjs')).toHaveLength(1);
    expect(told('missing.mjs')[0]).toMatch(/^failed: Cannot find module/);
    // Paths are looked at once all plugins have run well.
    const { reported: paths } = await run({ plugin: ['escape.mjs', 'taken.mjs'] });
    expect(paths.filter((line) => line.includes('escape.mjs'))).toHaveLength(5);
    expect(paths.filter((line) => line.includes('which is taken'))).toHaveLength(5);
  });

  it('are not waited for without end', async () => {
    await write('never.mjs', 'export default () => new Promise(() => {});\n');
    const descriptor = { kind: 'json', path: 'descriptor.json', value: {} } as const;
    const request = { cwd, plugins: ['never.mjs'], packageName: 'a', packageVersion: '1.0.0' };
    const { diagnostics } = await runPlugins({ name: 'a', files: [descriptor] }, request, {
      generator: '1',
      waitMs: 20,
    });
    expect(diagnostics.map(({ message }) => message)).toEqual(['The plugin "never.mjs" gave nothing for 0.02 s.']);
  });

  it('cannot change what they are given', () => {
    const source = { list: [{ a: 1n }], map: new Map([['k', { b: new Uint8Array(1) }]]) };
    const copy = frozenCopy(source);
    expect(copy).toEqual(source);
    expect([copy, copy.list, copy.list[0], copy.map.get('k')].every(Object.isFrozen)).toBe(true);
    expect(Object.isFrozen(source)).toBe(false);
  });
});

describe('the Kotlin example', () => {
  const example = path.join(packageRoot(), 'examples/kotlin');

  it('writes the listeners that stand beside it', async () => {
    const text = await readFile(path.join(packageRoot(), 'out/floo/descriptor.json'), 'utf8');
    const descriptor = { kind: 'json', path: 'descriptor.json', value: JSON.parse(text) as unknown } as const;
    const request = { cwd: example, plugins: ['./plugin.mjs'], packageName: '@example/floo', packageVersion: '1.0.0' };
    const plan = { name: '@example/floo', files: [descriptor] };
    const { value, diagnostics } = await runPlugins(plan, request, { generator: '0.0.0' });
    expect(diagnostics).toEqual([]);
    expect(value.map((file) => file.path)).toEqual(['kotlin/FlooListener.kt']);
    const golden = path.join(example, 'FlooListener.kt');
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(golden, value[0]!.text);
    expect(value[0]!.text).toBe(await readFile(golden, 'utf8'));
  });

  it('lets nothing out of names, strings and comments', async () => {
    const { doc, naming, string } = (await import(path.join(example, 'kotlin.mjs'))) as {
      doc: (text: string, indent?: string) => string[];
      naming: (reserved?: string[]) => (name: string) => string;
      string: (text: string) => string;
    };
    expect(string('"${exit()}\n\\\u2028')).toBe('"\\"\\${exit()}\\u000a\\\\\\u2028"');
    expect(doc('a */ b /* c\rd')).toEqual(['/**', ' * a * / b / * c', ' * d', ' */']);
    expect(naming(['String'])('String')).toBe('String2');
    expect(['fun', 'a-b', 'A_B', '1', '', '_'].map(naming())).toEqual(['`fun`', 'a_b', 'A_B2', '_1', '`_`', '_2']);
  });
});

/**
 * A newcomer's way with the tool as it is published: packed, unpacked elsewhere beside its dependencies, and run by its
 * command line from a folder that is empty, one with protos, and one of buf's, up to a certified implementation.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { x } from 'tinyexec';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../diagnostics/package-root.ts';

const root = packageRoot();
let temporary: string;
let cli: string;

beforeAll(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-newcomer-'));
  const modules = path.join(temporary, 'node_modules');
  await mkdir(modules);
  const packed = await x('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', temporary], {
    nodeOptions: { cwd: root },
    throwOnError: true,
  });
  const listed = JSON.parse(packed.stdout) as { filename: string }[] | Record<string, { filename: string }>;
  const tarball = path.join(temporary, Object.values(listed)[0]!.filename);
  await x('tar', ['-xzf', tarball, '-C', modules], { throwOnError: true });
  await rename(path.join(modules, 'package'), path.join(modules, 'wiremark'));
  // Its dependencies, and nothing else of ours.
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(path.dirname(path.join(modules, name)), { recursive: true });
    await symlink(path.join(root, 'node_modules', name), path.join(modules, name));
  }
  cli = path.join(modules, 'wiremark/dist/cli.js');
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

async function wiremark(project: string, ...args: readonly string[]): Promise<string> {
  const cwd = path.join(temporary, project);
  const { exitCode, stdout, stderr } = await x(process.execPath, [cli, ...args], { nodeOptions: { cwd } });
  return `${stdout}${stderr}exit ${exitCode}`;
}

async function project(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(path.join(temporary, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(temporary, name, file)), { recursive: true });
    await writeFile(path.join(temporary, name, file), text);
  }
}

it('leads from an empty folder to a certified implementation', async () => {
  await project('empty', {});
  const first = await wiremark('empty', 'init', '--yes', '--name', '@acme/chat', '--ci', 'github');
  expect(first).toContain('✓ protos/chat.proto\n✓ wiremark.config.ts\n✓ .github/workflows/wiremark.yml\n');
  expect(await wiremark('empty', 'generate')).toMatch(
    /^✓ @acme\/chat -> gen\/chat \(\d+ files, \d+ changed\)\nexit 0$/,
  );
  const adapter = path.join(temporary, 'node_modules/wiremark/conformance/adapters/javascript/codec.mjs');
  const certified = await wiremark(
    'empty',
    ...'certify codec --package gen/chat --runs 3 --seed 1 --certificate chat.json --'.split(' '),
    process.execPath,
    adapter,
    'gen/chat',
  );
  expect(certified).toMatch(/CONFORMANT[^\n]*\n[^]*exit 0$/);
  expect(existsSync(path.join(temporary, 'empty/chat.json'))).toBe(true);

  // A second time nothing is written over.
  expect(await wiremark('empty', 'init')).toMatch(/There is a wiremark.config.ts already[^]*exit 2$/);
  await rm(path.join(temporary, 'empty/wiremark.config.ts'));
  await writeFile(path.join(temporary, 'empty/.github/workflows/wiremark.yml'), 'mine');
  expect(await wiremark('empty', 'init', '--yes')).toContain('- .github/workflows/wiremark.yml is there already');
  expect(await readFile(path.join(temporary, 'empty/.github/workflows/wiremark.yml'), 'utf8')).toBe('mine');
});

const message = (name: string, more = ''): string => `syntax = "proto3";\n${more}message ${name} { string id = 1; }\n`;

it('takes the protos that are there, with the roots that their imports ask for', async () => {
  await project('protos', {
    'package.json': '{"name":"@shop/app"}',
    'api/proto/shop/order.proto': message('Order', 'import "shop/item.proto";\n'),
    'api/proto/shop/item.proto': message('Item'),
    'node_modules/other/no.proto': 'not ours',
  });
  expect(await wiremark('protos', 'init', '--ci', 'gitlab')).toContain('✓ .gitlab/wiremark.yml\n');
  const config = await readFile(path.join(temporary, 'protos/wiremark.config.ts'), 'utf8');
  expect(config).toContain("name: '@shop/app-protocol'");
  expect(config).toContain("protos: ['api/**/*.proto'],\n      roots: ['api/proto'],");
  expect(await wiremark('protos', 'generate')).toContain('exit 0');
  expect(await readdir(path.join(temporary, 'protos/gen/app-protocol/lib'))).toContain('shop');
});

it('takes the modules of buf', async () => {
  await project('buf', {
    'buf.yaml': 'version: v2\nmodules:\n  - path: first\n  - path: second\n',
    'first/a.proto': message('A', 'import "b.proto";\n'),
    'second/b.proto': message('B'),
  });
  await wiremark('buf', 'init', '--yes', '--ci', 'none');
  expect(await readFile(path.join(temporary, 'buf/wiremark.config.ts'), 'utf8')).toContain(
    "roots: ['first', 'second']",
  );
  expect(await wiremark('buf', 'generate')).toMatch(/files, \d+ changed\)\n[^]*exit 0$/);
});

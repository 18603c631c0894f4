/** An empty project into which the committed packages are installed as npm packs them, with the consumer's program in it. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../diagnostics/package-root.ts';

/** Options under which a strict application compiles. */
export const strictest = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  types: [],
} as const;

/** @returns Its folder, absolute; to be removed by the caller. */
export async function makeProject(): Promise<string> {
  const root = packageRoot();
  const project = await mkdtemp(path.join(os.tmpdir(), 'wiremark-consumers-'));
  await writeFile(path.join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  const packages = ['openim-common', 'floo'].map((name) => path.join(root, 'out', name));
  const run = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const packed = packages.map((folder) =>
    run(folder, 'pack', '--pack-destination', project).trim().split('\n').at(-1)!,
  );
  run(project, 'install', '--offline', '--no-audit', '--no-fund', ...packed.map((file) => `./${file}`));
  await cp(path.join(root, 'fixtures/consumer/app/app.ts'), path.join(project, 'app.ts'));
  await writeConfig(project, 'tsconfig.json', { compilerOptions: strictest, include: ['app.ts'] });
  // The same protocols as TypeScript alone, for who compiles generated code with the rest of a program.
  const cli = [path.join(root, 'dist/cli.js'), 'generate', '--emit', 'ts', '--no-cache'];
  const sources = {
    common: ['spec/openim/common.proto', '-I', 'spec/openim'],
    floo: ['--spec', 'spec/floo/floo.spec.yaml'],
  };
  for (const [name, args] of Object.entries(sources)) {
    execFileSync(process.execPath, [...cli, ...args, '--name', name, '--out', path.join(project, 'sources', name)], {
      cwd: root,
      stdio: 'ignore',
    });
  }
  const emit = { noEmit: true, allowImportingTsExtensions: true };
  const sourceOptions = { ...strictest, ...emit };
  const files = { include: ['sources/*/lib/**/*.ts'], exclude: ['**/arbitraries.ts'] };
  await writeConfig(project, 'tsconfig.sources.json', { compilerOptions: sourceOptions, ...files });
  const isolated = { ...sourceOptions, declaration: true, isolatedDeclarations: true };
  await writeConfig(project, 'tsconfig.isolated.json', { compilerOptions: isolated, ...files });
  return project;
}

const writeConfig = (project: string, name: string, config: object): Promise<void> =>
  writeFile(path.join(project, name), `${JSON.stringify(config, undefined, 2)}\n`);

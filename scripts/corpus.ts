/**
 * `npm run corpus`: packages of real .proto files, each generated, type-checked under strict settings, and its messages sent
 * through it and through @bufbuild/protobuf over protoc's descriptors. Exits 1 when anything of that fails.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { x } from 'tinyexec';
import { packageRoot } from '../diagnostics/package-root.ts';
import { filesOf } from './corpus/files.ts';
import { corpus, type CorpusSet } from './corpus/sets.ts';

const root = packageRoot();
const modules = path.join(root, 'corpus/node_modules');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const usage = `Usage: npm run corpus -- [--set NAME]...

  --set NAME  ${corpus.map(({ name }) => name).join(', ')} (default: all)
`;

/** A strict project, library checks on. TextEncoder and TextDecoder are the platform's: `dom` or Node's types have them. */
const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom'],
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    allowImportingTsExtensions: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  include: ['lib'],
};

/** Runs a program; its output when it fails. */
async function failure(program: string, args: readonly string[], cwd: string): Promise<string | undefined> {
  const { exitCode, stdout, stderr } = await x(program, [...args], { nodeOptions: { cwd } });
  return exitCode === 0 ? undefined : `${stdout}${stderr}`.slice(-4000);
}

interface Exercised {
  readonly types: number;
  readonly messages: number;
  readonly withoutJson: number;
  readonly faults: readonly string[];
}

/** One set, step by step; true when all of them hold. */
async function run(set: CorpusSet): Promise<boolean> {
  const { files, missing } = await filesOf(set, modules);
  say(`${set.name}: ${files.length} files`);
  for (const { files: pattern, reason } of set.except) say(`  left out ${pattern}: ${reason}`);
  for (const [file, count] of missing) say(`  left out ${count} that need ${file}, which no package here has`);
  const folder = path.join(root, '.wiremark/corpus', set.name);
  await mkdir(folder, { recursive: true });
  const roots = set.roots.flatMap((each) => ['-I', path.join(modules, each)]);
  const steps: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['generated', () => generate('js')],
    ['generated as TypeScript', () => generate('ts')],
    ['type-checked', check],
    ['read by protoc', describe],
  ];
  for (const [name, step] of steps) {
    const fault = await step();
    say(fault === undefined ? `  ✓ ${name}` : `  ✗ ${name}\n${fault}`);
    if (fault !== undefined) return false;
  }
  const exercise = path.join(root, 'dist/scripts/corpus/exercise.js');
  const result = await x(process.execPath, [exercise, path.join(folder, 'js'), path.join(folder, 'set.bin')]);
  if (result.exitCode !== 0) {
    say(`  ✗ exercised\n${result.stderr.slice(-4000)}`);
    return false;
  }
  const { types, messages, withoutJson, faults } = JSON.parse(result.stdout) as Exercised;
  const sound = faults.length === 0;
  say(
    `  ${sound ? '✓' : '✗'} ${messages} messages of ${types} types, ${withoutJson} of them without JSON, as protobuf-es has them`,
  );
  for (const fault of faults.slice(0, 10)) say(`    ${fault.replaceAll('\n', '\n    ')}`);
  if (faults.length > 10) say(`    and ${faults.length - 10} more`);
  return sound;

  function generate(emit: 'js' | 'ts'): Promise<string | undefined> {
    const options = [
      '--name',
      `corpus-${set.name}`,
      '--out',
      path.join(folder, emit),
      '--emit',
      emit,
      '--format',
      'json',
    ];
    return failure(
      process.execPath,
      [path.join(root, 'dist/cli.js'), 'generate', ...files, ...roots, ...options],
      root,
    );
  }
  async function check(): Promise<string | undefined> {
    await writeFile(path.join(folder, 'ts/tsconfig.json'), JSON.stringify(tsconfig));
    return failure(path.join(root, 'node_modules/.bin/tsc'), ['-p', path.join(folder, 'ts')], root);
  }
  async function describe(): Promise<string | undefined> {
    const corrected = await correct();
    const includes = [...corrected.roots, ...roots, '-I', path.join(modules, 'protoc/include')];
    const options = [`--descriptor_set_out=${path.join(folder, 'set.bin')}`, '--include_imports'];
    // Some sets have too many files for a command line.
    const response = path.join(folder, 'arguments');
    const lines = [...includes, ...options, ...corrected.files].map((each) => `${each}\n`).join('');
    await writeFile(response, lines.replaceAll(/^-I\n/gm, '-I'));
    return failure(process.execPath, [path.join(modules, 'protoc/protoc.cjs'), `@${response}`], root);
  }

  /** The files as protoc reads them: some of them corrected, if need be. */
  async function correct(): Promise<{ readonly roots: readonly string[]; readonly files: readonly string[] }> {
    if (set.refused === undefined) return { roots: [], files };
    const { text, reason } = set.refused;
    const corrected: string[] = [];
    const all: string[] = [];
    for (const file of files) {
      const content = await readFile(file, 'utf8');
      const under = set.roots.map((each) => path.join(modules, each)).find((each) => file.startsWith(`${each}/`))!;
      const copy = path.join(folder, 'corrected', path.relative(under, file));
      all.push(content.includes(text) ? copy : file);
      if (!content.includes(text)) continue;
      corrected.push(file);
      await mkdir(path.dirname(copy), { recursive: true });
      await writeFile(copy, content.replaceAll(text, ''));
    }
    say(`  without \`${text}\` in ${corrected.length} files, for protoc: ${reason}`);
    return { roots: ['-I', path.join(folder, 'corrected')], files: all };
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { set: { type: 'string', multiple: true }, help: { type: 'boolean' } } });
  const chosen = corpus.filter(({ name }) => values.set?.includes(name) ?? true);
  if (values.help === true || (values.set !== undefined && chosen.length < new Set(values.set).size)) {
    say(usage);
    return values.help === true ? 0 : 2;
  }
  const { version } = JSON.parse(await readFile(path.join(modules, 'protoc/package.json'), 'utf8')) as {
    version: string;
  };
  say(`descriptors by protoc ${version}`);
  let sound = true;
  for (const set of chosen) sound = (await run(set)) && sound;
  return sound ? 0 : 1;
}

process.exitCode = await main();

/**
 * `npm run standards:check`: generates AsyncAPI and OpenAPI documents of the protocols here and of scenarios, hostile ones
 * among them, and puts them before the parsers of those projects, which are installed apart. Exit 1 for whatever they say.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { packageRoot } from '../diagnostics/package-root.ts';

/** Sources, from the root of the repository. */
const packages: readonly (readonly string[])[] = [
  ['--spec', 'spec/floo/floo.spec.yaml'],
  ['spec/openim/common.proto', '-I', 'spec/openim'],
  ...['events-minimal', 'events-unions', 'events-int64', 'events-recursive', 'events-enums', 'events-hostile'].map(
    (name) => ['--spec', `fixtures/generator/${name}/input/*.spec.yaml`],
  ),
];

/** What we use of @asyncapi/parser. */
interface AsyncApi {
  readonly Parser: new () => {
    parse(
      text: string,
    ): Promise<{ document?: unknown; diagnostics: { code: string | number; message: string; path: unknown[] }[] }>;
  };
}

/** What we use of @seriousme/openapi-schema-validator. */
interface OpenApi {
  readonly Validator: new () => { validate(document: object): Promise<{ valid: boolean; errors?: unknown }> };
}

const root = packageRoot();
const apart = createRequire(path.join(root, 'standards/package.json'));
const { Parser } = apart('@asyncapi/parser') as AsyncApi;
const { Validator } = (await import(apart.resolve('@seriousme/openapi-schema-validator'))) as OpenApi;

const temporary = await mkdtemp(path.join(os.tmpdir(), 'wiremark-standards-'));
let [documents, faults] = [0, 0];
try {
  for (const [index, sources] of packages.entries()) {
    const files = await Promise.all(
      sources.map(async (each) => (each.includes('*') ? glob(each, { cwd: root }) : [each])),
    );
    const out = path.join(temporary, String(index));
    const flags = ['--name', `p${index}`, '--out', out, '--asyncapi', '--openapi', '--no-cache'];
    execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), 'generate', ...files.flat(), ...flags], {
      cwd: root,
    });
    for (const file of await glob(['asyncapi/**/*.json', 'openapi.json'], { cwd: out })) {
      const said = await judge(file, await readFile(path.join(out, file), 'utf8'));
      documents += 1;
      faults += said.length;
      process.stdout.write(`${said.length === 0 ? '✓' : '✗'} ${files.flat().join(' ')}: ${file}\n`);
      for (const line of said) process.stdout.write(`    ${line}\n`);
    }
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}
process.stdout.write(`${documents} documents, ${faults} objections\n`);
process.exitCode = faults === 0 && documents > packages.length ? 0 : 1;

/** Everything that the parser of the format has to say. */
async function judge(file: string, text: string): Promise<string[]> {
  if (file === 'openapi.json') {
    const { valid, errors } = await new Validator().validate(JSON.parse(text) as object);
    return valid ? [] : [JSON.stringify(errors)];
  }
  const { document, diagnostics } = await new Parser().parse(text);
  // That there is a 3.1 says nothing about the document.
  const ours = diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version');
  const said = ours.map((each) => `${each.message} (${each.path.join('/')})`);
  return document === undefined && said.length === 0 ? ['It gave no document.'] : said;
}

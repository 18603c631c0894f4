/** The generator's half of the command line: names, options and help; what they do is loaded when they run. */
import { Option, type Command } from 'commander';
import { formats } from '../../diagnostics/format/format.ts';
import { emitForms } from '../config/ad-hoc.ts';
import { int64Surfaces } from '../ir/scalar.ts';
import { registerInit } from './register-init.ts';
import { registerBreaking } from './register-breaking.ts';
import { registerDrift } from './register-drift.ts';
import { registerEject } from './register-eject.ts';
import { registerImport } from './register-import.ts';
import { registerLint } from './register-lint.ts';

/** Adds the generator's commands to the program. */
export function registerGenerator(program: Command): void {
  program
    .command('generate')
    .summary('write packages from .proto files and event specs')
    .description(
      'Generates typed packages. Without files it does what wiremark.config.{ts,mts,js,json,yaml} says; with files it ' +
        'makes one package of them. Nothing is written when a source has a fault.',
    )
    .argument('[file...]', '.proto files, sets of file descriptors (.binpb) from buf or protoc, and event specs')
    .option('-I, --root <dir...>', 'import roots, searched in order: folders, or npm:NAME for an installed package')
    .option('--spec <file...>', 'event specs, YAML or JSON')
    .option('--overlay <file...>', 'overlays: decisions laid over the sources')
    .option('--name <name>', 'npm name of the package (default: the first file, without its ending)')
    .option('--out <dir>', 'folder of the package (default: out/<name>)')
    .addOption(new Option('--int64 <surface>', 'how 64-bit integers surface').choices(int64Surfaces))
    .addOption(
      new Option('--emit <form>', 'js: with .d.ts and source maps; ts: sources, to compile with yours').choices(
        emitForms,
      ),
    )
    .option('--no-schemas', 'leave out the JSON Schemas and the validators compiled from them')
    .option('--no-arbitraries', 'leave out the random values for property tests')
    .option('--asyncapi', 'add an AsyncAPI 3.0 document for each event spec')
    .option('--openapi', 'add openapi.json: all JSON Schemas as components of OpenAPI 3.1')
    .option('--markdown', 'add reference/reference.md: all messages, types, enums and events on one page')
    .option('--html', 'add reference/index.html: the same as a site with search, examples and clauses')
    .option('--templates <dir>', 'templates of your own in place of bundled ones; see "wiremark eject"')
    .option('--plugin <module...>', 'modules whose default export adds files to the package')
    .option('--check', 'compare with what is there instead of writing; exit 1 and a diff when it is stale')
    .option('--verify', 'type-check the package and compile its schemas; always on with --check')
    .option('--watch', 'generate again whenever a source or the configuration is saved; Ctrl-C ends it')
    .option('--no-cache', 'generate everything anew; the cache lies in node_modules/.cache or .wiremark/cache')
    .addOption(new Option('--format <format>', 'how diagnostics are printed').choices(formats))
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark generate                                     what the configuration says
  $ wiremark generate --check                             in CI: fail when generated code is stale
  $ wiremark generate chat.proto -I protos --out gen/chat
  $ wiremark generate --spec sdk.spec.yaml --name @acme/sdk
  $ wiremark generate --templates templates               with your own templates; "wiremark eject" copies one there

A plugin is a module that exports a function by default. It is given { package, generator, descriptor, plan } and returns
files, [{ path, text }]. The types of both, and of the views in the plan, are exported by the package "wiremark".

Exit codes: 0 done, 1 stale (--check), 2 faulty source, configuration or usage, 3 a fault of wiremark itself.`,
    )
    .action(async (files: string[], options: object) => {
      const { runGenerate } = await import('./generate.ts');
      process.exitCode = await runGenerate(files, options);
    });
  registerInit(program);
  registerEject(program);
  registerImport(program);
  registerLint(program);
  registerBreaking(program);
  registerDrift(program);
}

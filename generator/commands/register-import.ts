/** Name, options and help of `wiremark import`. */
import { Option, type Command } from 'commander';
import { formats } from '../../diagnostics/format/format.ts';
import { readers } from '../import/detect.ts';
import type { ImportFlags } from './import.ts';

export function registerImport(program: Command): void {
  program
    .command('import')
    .summary('write a draft of a spec from documentation')
    .description(
      'Reads documents and writes a draft of a spec, with the line of the document for every fact: a .proto and an ' +
        'overlay from pages of protoc-gen-doc, an event spec from JSDoc or TypeScript declarations. What each file is, its ' +
        'content tells. Every doubt is a diagnostic with its place; nothing is made up to settle one.',
    )
    .argument('<file...>', 'documents: Markdown, JSON, text, JavaScript, TypeScript')
    .addOption(new Option('--from <reader>', 'what the documents are (default: told by content)').choices(readers))
    .option('--name <name>', 'name of the draft (default: that of the document)')
    .option('--out <dir>', 'folder of the draft (default: the current one)')
    .option('--numbers <file...>', '.proto files that give the field numbers, which pages of protoc-gen-doc leave out')
    .option('--overlay <file...>', 'what you have decided: laid over what the documents say')
    .option('--force', 'replace files that are there already')
    .addOption(new Option('--format <format>', 'how diagnostics are printed').choices(formats))
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark import docs/api.md --out spec                      a page of protoc-gen-doc
  $ wiremark import docs/api.md --numbers published/api.proto   with the numbers of a published file
  $ wiremark import sdk.js --name sdk --out spec                JSDoc comments; also as Markdown or as plain text
  $ wiremark import index.d.ts --name sdk --overlay spec/sdk.overlay.yaml --force

Exit codes: 0 a draft is written, doubts or not; 2 nothing is written: a document, an overlay or the usage is at fault;
3 a fault of wiremark itself.`,
    )
    .action(async (files: string[], options: ImportFlags) => {
      const { runImport } = await import('./import.ts');
      process.exitCode = await runImport(files, options);
    });
}

/** Name, options and help of `wiremark eject`. */
import type { Command } from 'commander';
import type { EjectFlags } from './eject.ts';

export function registerEject(program: Command): void {
  program
    .command('eject')
    .summary('copy templates to a folder of yours, to change what is generated')
    .description(
      'Copies bundled templates (Handlebars) to a folder: the one of --templates, or that the configuration names, or ' +
        'templates/. A template there takes the place of the bundled one of its name; what is not there stays bundled.',
    )
    .argument('[name...]', 'templates, such as enum or event-map')
    .option('--list', 'list all templates, each with the type of the view that it prints')
    .option('--templates <dir>', 'folder to copy to')
    .option('--force', 'overwrite files that are there and differ')
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark eject --list
  $ wiremark eject enum package/readme
  $ wiremark generate --templates templates      or "templates: templates" for a package of the configuration

A template prints a view: plain data in which everything is decided already. The views are documented types, exported by
the package "wiremark" (node_modules/wiremark/dist/generator/ir/view). Beside what Handlebars has:
  {{#types}} {{#code}} {{#only "ts"}}    what is in .d.ts and .ts, in .js and .ts, in that form alone
  {{doc this 2}}  {{mark name origin}}   a doc comment, indented by 2; a name that the source map ties to its source
  {{print type}}                         a type or an expression of the view, broken over lines where it is long
  {{use "JsonError"}}                    a name of the runtime library, whose import follows by itself

Exit codes: 0 done, 2 an unknown name, a file that is there and differs, or usage, 3 a fault of wiremark itself.`,
    )
    .action(async (names: string[], flags: EjectFlags) => {
      const { runEject } = await import('./eject.ts');
      process.exitCode = await runEject(names, flags);
    });
}

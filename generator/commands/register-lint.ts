/** Name, options and help of `wiremark lint`. */
import { Option, type Command } from 'commander';
import { formats } from '../../diagnostics/format/format.ts';
import type { LintFlags } from './lint.ts';

export function registerLint(program: Command): void {
  program
    .command('lint')
    .summary('tell what is doubtful in protos and event specs')
    .description(
      'Looks for what is legal and yet likely to hurt: contradictions, slips of the pen, widths and units that nobody ' +
        'states, 64-bit integers that JavaScript rounds. Without files it takes the packages of the configuration.',
    )
    .argument('[file...]', '.proto files and event specs')
    .option('-I, --root <dir...>', 'import roots, searched in order')
    .option('--spec <file...>', 'event specs, YAML or JSON')
    .option('--overlay <file...>', 'overlays: decisions laid over the sources')
    .option('--rules', 'list the rules instead')
    .addOption(new Option('--format <format>', 'how findings are printed').choices(formats))
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark lint                              what the configuration lists
  $ wiremark lint chat.proto sdk.spec.yaml     these files
  $ wiremark lint --format github              in CI: annotations

The configuration sets severities and what may stay:
  lint:
    rules: { enum-value-prefix: off, unit-missing: error }
    ignore:
      - rule: misspelt-name
        message: '*"onGroupDestoryed"*'      # optional, * stands for any letters; so does file
        reason: The name is on the wire.
A comment does the same for the line below it:
  # wiremark-lint-disable-next-line misspelt-name -- The name is on the wire.

Exit codes: 0 nothing but notes, 1 errors or warnings, 2 faulty source, configuration or usage, 3 a fault of wiremark itself.`,
    )
    .action(async (files: string[], options: LintFlags) => {
      const { runLint } = await import('./lint.ts');
      process.exitCode = await runLint(files, options);
    });
}

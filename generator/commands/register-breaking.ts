/** Name, options and help of `wiremark breaking`. */
import { Option, type Command } from 'commander';
import { formats } from '../../diagnostics/format/format.ts';
import type { BreakingFlags } from './breaking.ts';

export function registerBreaking(program: Command): void {
  program
    .command('breaking')
    .summary('tell which changes break those who use the old version')
    .description(
      'Compares .proto files and event specs with an old version of them: what no longer reads the same bytes or JSON, what ' +
        'breaks code written against generated code, and what breaks those who send or listen to events. Each finding has a ' +
        'rule, what it breaks, both places and the release it asks for. Without files it takes the packages of the configuration.',
    )
    .argument('[file...]', '.proto files and event specs')
    .requiredOption(
      '--against <version>',
      'the old version: a folder laid out like this one, or a commit of this repository',
    )
    .option('-I, --root <dir...>', 'import roots, searched in order')
    .option('--spec <file...>', 'event specs, YAML or JSON')
    .option('--overlay <file...>', 'overlays: decisions laid over the sources')
    .option(
      '--category <set...>',
      "rules to go by: buf's FILE (also called SOURCE), PACKAGE, WIRE_JSON (also called JSON) and WIRE, and EVENT for event specs (default: FILE EVENT)",
    )
    .option(
      '--ignore <file>',
      'findings that may stay, each with its reason; also breaking.ignore of the configuration',
    )
    .addOption(new Option('--format <format>', 'how findings are printed').choices(formats))
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark breaking --against origin/main                    what the configuration lists, against a branch
  $ wiremark breaking chat.proto -I protos --against v1.4.0    one file, against a tag
  $ wiremark breaking --against ../released --category WIRE    only what travels in binary, against a folder
  $ wiremark breaking --against main --format sarif > breaking.sarif

A file for --ignore:
  ignore:
    - rule: FIELD_NO_DELETE
      file: chat.proto           # optional, * stands for any letters
      message: '*"nickname"*'    # optional, likewise
      reason: No client ever sent it; the logs of a year say so.

Exit codes: 0 nothing breaks, 1 findings, 2 faulty source, configuration or usage, 3 a fault of wiremark itself.`,
    )
    .action(async (files: string[], options: BreakingFlags) => {
      const { runBreaking } = await import('./breaking.ts');
      process.exitCode = await runBreaking(files, options);
    });
}

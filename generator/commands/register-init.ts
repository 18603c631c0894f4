/** Name, options and help of `wiremark init`. */
import { Option, type Command } from 'commander';
import type { InitFlags } from './init.ts';

export function registerInit(program: Command): void {
  program
    .command('init')
    .summary('set up a project: a configuration, and a CI workflow')
    .description(
      'Looks at the folder (protos, buf.yaml, event specs, package.json), asks for what it cannot see, and writes ' +
        'wiremark.config.ts and a CI workflow; in a folder without protos an example too. Files that are there stay.',
    )
    .option('-y, --yes', 'ask nothing; as when input or output is no terminal')
    .option('--name <name>', 'npm name of the package to generate')
    .option('--out <dir>', 'folder of the package (default: gen/<name>)')
    .addOption(new Option('--ci <kind>', 'workflow to write').choices(['github', 'gitlab', 'none']))
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark init
  $ wiremark init --yes --name @acme/chat --ci none

Exit codes: 0 done, 1 called off, 2 there is a configuration already, or usage, 3 a fault of wiremark itself.`,
    )
    .action(async (flags: InitFlags) => {
      const { runInit } = await import('./init.ts');
      process.exitCode = await runInit(flags);
    });
}

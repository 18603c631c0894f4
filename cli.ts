#!/usr/bin/env node
/** The command line: composes the generator's, the kit's and completion's commands, and turns whatever happens into an exit code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { registerCompletion } from './completion.ts';
import { registerConformance } from './conformance/commands/index.ts';
import { exitCodes } from './diagnostics/exit-codes.ts';
import { packageRoot } from './diagnostics/package-root.ts';
import { registerGenerator } from './generator/commands/index.ts';

const { version } = JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as { version: string };

const program = new Command('wiremark')
  .description('Typed packages from .proto files and event specs, and a verdict per clause for any implementation.')
  .version(version)
  .showHelpAfterError('Run with --help for all options and examples.')
  .exitOverride();
registerGenerator(program);
registerConformance(program);
registerCompletion(program);
for (const command of program.commands) {
  command.exitOverride().showHelpAfterError(`Run "wiremark ${command.name()} --help" for all options and examples.`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  } else {
    process.exitCode = exitCodes.internal;
    const detail =
      error instanceof Error ? (process.env['WIREMARK_DEBUG'] ? error.stack : error.message) : String(error);
    process.stderr.write(
      `wiremark has a fault: ${detail}\nPlease report it with the command you ran; WIREMARK_DEBUG=1 shows where it happened.\n`,
    );
  }
}

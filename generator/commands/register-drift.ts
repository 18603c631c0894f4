/** Name, options and help of `wiremark drift`. */
import { Option, type Command } from 'commander';
import { driftFormats } from '../drift/format/names.ts';
import type { DriftFlags } from './drift.ts';

export function registerDrift(program: Command): void {
  program
    .command('drift')
    .summary('compare the declarations of published SDKs with the spec')
    .description(
      'Holds what SDKs declare in TypeScript (enums, constant objects, payload types, events) against a generated package, ' +
        'by number and by name: missing, extra, renamed (same number, other name), renumbered (same name, other number), ' +
        'retyped, and presence (required on one side alone). Placeholders of the spec for "not stated" may be missing.',
    )
    .argument('[declarations...]', 'folders, each an SDK as npm packs it; or .d.ts files, which make one SDK together')
    .requiredOption('--package <dir|name>', 'the generated package that stands for the spec')
    .option(
      '--map <name=declared|file...>',
      'what the SDKs call a type of the spec; by default told by name, then by members',
    )
    .option(
      '--observed [file]',
      'instead: what documents declare against what was observed, by the spec itself or by a file of observations',
    )
    .option('--write <spec>', 'fill the observed layer of this event spec from the file of observations')
    .option('--evidence <name>', 'what the spec calls these observations', 'recorded')
    .option('--force', 'replace what was observed otherwise, too')
    .addOption(new Option('--format <format>', 'how the report is printed').choices(driftFormats).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  $ npm pack open-im-sdk && tar xzf open-im-sdk-*.tgz               leaves a folder named package
  $ wiremark drift package --package out/openim-common
  $ wiremark drift web/package native/package --package out/openim-common --format html > drift.html
  $ wiremark drift index.d.ts --package out/chat --map SessionType=ConversationKind
  $ wiremark drift --package out/floo --observed                    declared against the observed layer of the spec
  $ wiremark drift --package out/chat --observed seen.json          declared against a file of observations
  $ wiremark drift --package out/chat --observed seen.json --write chat.spec.yaml

A map as a file, YAML or JSON; several names make up one type together:
  types:
    ContentType: [MessageType, NotificationType]
    OfflinePushInfo: OfflinePush

Exit codes: 0 no findings, 1 findings, 2 faulty declarations, package or usage, 3 a fault of wiremark itself.`,
    )
    .action(async (declarations: string[], options: DriftFlags) => {
      const { runDrift } = await import('./drift.ts');
      process.exitCode = await runDrift(declarations, options);
    });
}

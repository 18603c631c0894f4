/** The kit's half of the command line: names, options and help; what they do is loaded when they run. */
import { Argument, Option, type Command } from 'commander';
import { defaultTimeoutMs } from '../testees/limits.ts';
import { reportKinds } from '../report/formats.ts';
import type { CertifyFlags } from './certify.ts';
import { addPattern, addReport, addRunOptions, dialectOption, shardOf, wholeNumber } from './options.ts';
import type { RecordFlags } from './record.ts';
import type { ReplayFlags } from './replay.ts';
import type { ServeFlags } from './serve.ts';
import type { Role } from '../model/fixture.gen.ts';

const exits =
  'Exit codes: 0 conformant, 1 not conformant, regressed or nothing executed, 2 usage or package, 3 a fault of wiremark.';
const roleArgument = (): Argument => new Argument('<role>', 'what it is').choices(['codec', 'client', 'server']);

interface VerifyFlags {
  readonly verify?: string;
  readonly key?: string;
}

/** Adds the kit's commands to the program. */
export function registerConformance(program: Command): void {
  addRunOptions(
    program
      .command('certify')
      .summary('test an implementation, in any language, clause by clause')
      .description(
        'Tests an implementation of a protocol against the package generated from its spec, and gives a verdict for ' +
          'each clause. Implementations speak the testee protocol: JSON lines over stdio, WebSocket or HTTP, or calls. ' +
          'A server at --endpoint with --binding or --scenario needs none: every frame of it is checked as it comes.',
      )
      .addArgument(roleArgument().argOptional())
      .argument('[command...]', 'after --: the program to start, and its arguments')
      .option('--package <dir|name>', 'the generated package')
      .option('--binding <name|file>', 'how frames are written (default: the first binding of the package)')
      .option('--scenario <file...>', 'what to ask a server that has no adapter, and what it must answer')
      .addOption(
        new Option('--profile <layer>', 'layer of the spec that judges')
          .choices(['declared', 'interpreted', 'observed'])
          .default('interpreted'),
      )
      .option('--run <pattern>', 'only cases or clauses like this; may be repeated', addPattern)
      .option('--skip <pattern>', 'no cases or clauses like this; may be repeated', addPattern)
      .option('--shard <i/n>', 'only the i-th of n parts of the cases', shardOf)
      .option('--baseline <file>', 'an earlier JSON report: tell what changed, and exit 1 if anything regressed')
      .option('--verify <file>', 'run nothing: tell whether this certificate is as it was signed')
      .option('--key <file>', 'with --verify: the public key that is trusted, PEM'),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark certify codec --package out/openim-common --reference
  $ wiremark certify codec --package @acme/chat -- python3 testee.py
  $ wiremark certify codec --package ./test-messages --dialect google -- ./conformance_testee
  $ wiremark certify client --package @acme/sdk --module ./testee.mjs --report html=report.html
  $ wiremark certify server --package @acme/sdk --endpoint ws://127.0.0.1:8080 --run 'server.argument.**'
  $ wiremark certify codec --package ./gen/chat --certificate chat.json --sign key.pem --badge chat.svg -- ./testee
  $ wiremark certify --verify chat.json --key key.pub.pem
  $ wiremark certify codec --package ./gen/chat --baseline main.json --report json=now.json -- ./testee
  $ wiremark certify server --package @acme/sdk --endpoint ws://127.0.0.1:9000 --binding json-rpc --scenario chat.json
  $ wiremark certify server --package @acme/sdk --endpoint http://127.0.0.1:3000 --binding socket.io --scenario chat.json

A regression is a case above informational level that passed in the baseline and is neither passing nor on a list of
known failures now.

${exits}`,
    )
    .action(async (role: Role | undefined, command: string[], flags: CertifyFlags & VerifyFlags, self: Command) => {
      if (flags.verify !== undefined) {
        const { runVerify } = await import('./verify.ts');
        process.exitCode = await runVerify(flags.verify, flags);
        return;
      }
      if (role === undefined) return self.error("error: missing required argument 'role'");
      if (flags.package === undefined) return self.error("error: required option '--package <dir|name>' not specified");
      const { runCertify } = await import('./certify.ts');
      process.exitCode = await runCertify(role, command, flags);
    });

  addRunOptions(
    program
      .command('replay')
      .summary('run saved failures again, byte for byte')
      .description('Runs fixtures that --save-failures wrote, and tells for each whether it is fixed.')
      .argument('<file...>', 'fixtures; after --: the program to start, and its arguments')
      .option('--package <dir|name>', 'the generated package (default: the one that the fixture names)')
      .option('--binding <name|file>', 'how frames are written (default: as the fixture says)'),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark replay failures/*.json -- python3 testee.py
  $ wiremark replay failures/int64.json --package out/floo --module ./testee.mjs

${exits}`,
    )
    .action(async (words: string[], flags: ReplayFlags, command: Command) => {
      const { runReplay } = await import('./replay.ts');
      const [files, program] = splitAtDashes(words, command);
      process.exitCode = await runReplay(files, program, flags);
    });

  program
    .command('serve')
    .summary('run the reference implementation of a package as a testee')
    .description(
      'Runs the reference implementation of a package, for testing kits and clients against. In the dialect of the ' +
        'protobuf conformance runner it can also be any testee of this kit, so that the runner can judge it.',
    )
    .addArgument(roleArgument())
    .argument('[command...]', 'with --dialect google, after --: a testee that speaks the testee protocol over stdio')
    .option('--package <dir|name>', 'the generated package')
    .addOption(dialectOption())
    .option('--binding <name|file>', 'how frames are written (default: the first binding of the package)')
    .option('--stdio', 'speak over stdin and stdout')
    .option('--relay', 'a server without an adapter: sends each legal frame of a client on to all of them')
    .addOption(
      new Option('--port <number>', 'WebSocket port on 127.0.0.1')
        .argParser(wholeNumber)
        .default(0, 'a free one, printed'),
    )
    .option('--timeout-ms <ms>', 'wait for an answer of the command', wholeNumber, defaultTimeoutMs)
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark serve server --package @acme/sdk --port 8080
  $ wiremark serve server --package @acme/sdk --relay --binding json-rpc --port 9000
  $ wiremark serve codec --dialect google --package out/openim-common
  $ conformance_test_runner ./testee.sh    # testee.sh: wiremark serve codec --dialect google -- python3 testee.py

Exit codes: 0 fine, 2 usage or package, 3 a fault of wiremark itself.`,
    )
    .action(async (role: Role, command: string[], flags: ServeFlags) => {
      const { runServe } = await import('./serve.ts');
      process.exitCode = await runServe(role, command, flags);
    });

  program
    .command('record')
    .summary('watch real traffic: observations and fixtures of what passes through')
    .description(
      'A proxy on 127.0.0.1 for HTTP, event streams, WebSocket and Socket.IO, both over WebSocket and long polling. It ' +
        'passes all bytes on as they are, and writes on Ctrl-C what frames of the binding it saw in them: types, counts and ' +
        'a few values for each event and place (for "wiremark drift --observed"), and cases for "wiremark replay" of the ' +
        'legal frames of the server. Tokens, passwords and their kin are left out.',
    )
    .requiredOption('--package <dir|name>', 'the generated package')
    .option('--binding <name|file>', 'how frames are written (default: the first binding of the package)')
    .requiredOption('--listen <port>', 'port on 127.0.0.1; 0: a free one, printed', wholeNumber)
    .requiredOption('--to <url>', 'the server, http:, https:, ws: or wss:')
    .requiredOption('--out <file>', 'observations; the cases go beside them, as NAME.fixtures.json')
    .option('--redact <name...>', 'further names under which values are secret')
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark record --package @acme/sdk --listen 9000 --to ws://127.0.0.1:8080 --out seen.json
  $ wiremark record --package @acme/sdk --listen 9000 --to https://chat.example --binding socket.io --out seen.json
  $ wiremark drift --package @acme/sdk --observed seen.json
  $ wiremark replay seen.fixtures.json --package @acme/sdk -- node client.mjs

Exit codes: 0 written, 2 usage or package, 3 a fault of wiremark itself.`,
    )
    .action(async (flags: RecordFlags) => {
      const { runRecord } = await import('./record.ts');
      process.exitCode = await runRecord(flags);
    });

  program
    .command('merge-reports')
    .summary('make one report of those of all shards')
    .argument('<file...>', 'JSON reports')
    .option('--report <kind[=file]>', `${reportKinds.join(', ')}; without a file to stdout`, addReport)
    .option('--certificate <file>', 'where to write the certificate')
    .option('--sign <file>', 'private Ed25519 key, PEM: signs the certificate')
    .option('--badge <file>', 'where to write a badge, SVG')
    .option('--baseline <file>', 'an earlier JSON report: tell what changed, and exit 1 if anything regressed')
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark certify codec --package out/floo --reference --shard 1/2 --report json=1.json    and 2/2 elsewhere
  $ wiremark merge-reports 1.json 2.json --report html=report.html --certificate certificate.json

${exits}`,
    )
    .action(async (files: string[], flags: object) => {
      const { runMergeReports } = await import('./merge-reports.ts');
      process.exitCode = await runMergeReports(files, flags);
    });
}

/** Commander drops the `--` between files and command; the words as they were typed still have it. */
function splitAtDashes(words: readonly string[], command: Command): readonly [readonly string[], readonly string[]] {
  const typed = command.parent?.args ?? [];
  const rest = typed.includes('--') ? typed.slice(typed.lastIndexOf('--') + 1).length : 0;
  return [words.slice(0, words.length - rest), words.slice(words.length - rest)];
}

/**
 * `npm start`, the main job: generates both packages, certifies the reference implementations of both protocols in every
 * role, each role over another transport, and tells a newcomer what came of it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pc from 'picocolors';
import { certify } from '../conformance/certify.ts';
import { kitVersion } from '../conformance/kit-version.ts';
import type { Role } from '../conformance/model/fixture.gen.ts';
import type { LoadedPackage } from '../conformance/model/package.ts';
import type { Report } from '../conformance/model/report.gen.ts';
import type { Transport } from '../conformance/model/testee.ts';
import { formatReport } from '../conformance/report/formats.ts';
import { countsOf, formatOverview } from '../conformance/report/html/overview.ts';
import { createReferenceTestee } from '../conformance/reference/index.ts';
import { loadSuite } from '../conformance/suite.ts';
import { inProcess } from '../conformance/testees/in-process.ts';
import { stdio } from '../conformance/testees/stdio.ts';
import { webSocket } from '../conformance/testees/websocket.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { packageRoot } from '../diagnostics/package-root.ts';
import { printDiagnostics } from '../diagnostics/print.ts';
import { runGenerate } from '../generator/commands/generate.ts';

const root = packageRoot();
const cli = path.join(root, 'dist/cli.js');
const folder = path.join(root, '.wiremark/reports');
const packages = ['out/openim-common', 'out/floo'];

/** The same seed every time: this run shows the tool at work, and should show the same to everybody. */
const seed = 1;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** How the reference of each role is reached: a call, a process on pipes, a server on a socket. */
const reach: Readonly<Record<Role, (loaded: LoadedPackage) => Promise<Transport> | Transport>> = {
  codec: (loaded) => inProcess(() => createReferenceTestee(loaded, 'codec'), 'reference codec'),
  client: (loaded) => stdio([process.execPath, cli, 'serve', 'client', '--package', loaded.folder, '--stdio']),
  server: async (loaded) => webSocket(await serve(loaded)),
};

const servers: ReturnType<typeof spawn>[] = [];

/** Starts `wiremark serve` on a free port; it prints its address. */
async function serve(loaded: LoadedPackage): Promise<string> {
  const args = [cli, 'serve', 'server', '--package', loaded.folder, '--port', '0'];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(server);
  const [address] = (await once(createInterface({ input: server.stdout! }), 'line')) as [string];
  return address;
}

async function certifyReference(packagePath: string, role: Role): Promise<Report | undefined> {
  const suite = await loadSuite();
  const { value, diagnostics } = await certify({
    ...suite,
    package: packagePath,
    role,
    transport: reach[role],
    profile: 'interpreted',
    binding: '',
    selection: { run: [], skip: [], level: 'required' },
    seed,
    runs: 0,
    path: '',
    jobs: 1,
    timeoutMs: 10_000,
    startTimeoutMs: 30_000,
    knownFailing: [],
    knownFlaky: [],
    cwd: root,
    version: kitVersion(),
    signal: new AbortController().signal,
    listener: { started: () => {}, progress: () => {} },
  });
  if (hasErrors(diagnostics)) await printDiagnostics(diagnostics, { format: 'text', cwd: root, version: kitVersion() });
  return value;
}

async function main(): Promise<number> {
  process.chdir(root);
  say(pc.bold('1. Generate') + ' - the packages of both protocols, type-checked before they are written');
  const generated = await runGenerate([], { verify: true });
  if (generated !== 0) return generated;

  say(`\n${pc.bold('2. Certify')} - the reference implementations made from them, clause by clause`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const entries: { report: Report; file: string }[] = [];
  let complete = true;
  for (const packagePath of packages) {
    for (const role of ['codec', 'client', 'server'] as const) {
      const report = await certifyReference(packagePath, role);
      if (report === undefined) {
        complete = false;
        continue;
      }
      const file = `${path.basename(packagePath)}-${role}.html`;
      await writeFile(path.join(folder, file), await formatReport(report, 'html', false));
      entries.push({ report, file });
      const conformant = report.outcome === 'conformant';
      const { clauses, cases } = countsOf(report);
      const mark = conformant ? pc.green('✓') : pc.red('✗');
      say(
        `${mark} ${report.package.name.padEnd(25)} ${role.padEnd(7)} ${report.testee.transport.padEnd(11)}` +
          `${clauses.padStart(9)} clauses, ${cases.padStart(4)} cases: ${report.outcome}`,
      );
      if (!conformant) say(await formatReport(report, 'text', pc.isColorSupported));
    }
  }
  const overview = path.join(folder, 'index.html');
  await writeFile(overview, await formatOverview('Wiremark: reference implementations', entries));
  say(`\nThe report, with every clause and case: ${path.relative(root, overview)}`);
  return complete && entries.every(({ report }) => report.outcome === 'conformant') ? 0 : 1;
}

try {
  process.exitCode = await main();
} finally {
  for (const server of servers) server.kill();
}

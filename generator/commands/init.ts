/** `wiremark init`: looks at the folder, asks little, and writes a configuration and a CI workflow; nothing that is there. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { packageNames } from '../config/ad-hoc.ts';
import { configFiles } from '../config/load.ts';
import { defaults, setUp, type Ci } from '../init/project.ts';
import { survey } from '../init/survey.ts';
import { toolVersion } from '../tool-version.ts';

/** Options of `wiremark init` as commander hands them over. */
export interface InitFlags {
  readonly yes?: boolean;
  readonly name?: string;
  readonly out?: string;
  readonly ci?: Ci;
}

export async function runInit(flags: InitFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const version = toolVersion();
  const refuse = async (problem: string, fix: string): Promise<ExitCode> => {
    const diagnostics = [diagnose('WM5002', undefined, { problem, fix })];
    await printDiagnostics(diagnostics, { format: undefined, cwd, version });
    return exitCodes.usage;
  };
  const existing = configFiles.find((name) => existsSync(path.join(cwd, name)));
  if (existing !== undefined) {
    return refuse(`There is a ${existing} already.`, 'Run "wiremark generate", or move the file away to begin anew.');
  }
  const found = await survey(cwd);
  const usual = defaults(found);
  const name = flags.name ?? usual.name;
  if (!packageNames.test(name)) return refuse(`"${name}" is no npm package name.`, 'For example --name @acme/chat.');
  const given = { ...usual, name, out: flags.out ?? `gen/${name.replace(/^@[^/]*\//, '')}`, ci: flags.ci ?? usual.ci };
  const { ask, summary } = await import('../init/ask.ts');
  const interactive = flags.yes !== true && process.stdin.isTTY && process.stdout.isTTY;
  const answers = interactive ? await ask(found, given) : given;
  if (answers === undefined) return exitCodes.findings;
  if (!interactive) process.stdout.write(`Found here: ${summary(found)}\n`);
  for (const file of setUp(found, answers, version)) {
    const target = path.join(cwd, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    // `wx`: what is there stays, also what came in the meantime.
    const written = await writeFile(target, file.text, { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    process.stdout.write(written ? `✓ ${file.path}\n` : `- ${file.path} is there already, and stays as it is\n`);
  }
  process.stdout.write(`
Next:
  $ wiremark generate                                                 writes ${answers.out}
  $ wiremark certify codec --package ${answers.out} --reference
  $ wiremark certify codec --package ${answers.out} --module ./my-codec.mjs
`);
  return exitCodes.fine;
}

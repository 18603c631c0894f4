/** `wiremark certify --verify FILE`: whether a certificate is as it was signed, and what it says. */
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, type Result } from '../../diagnostics/diagnostic.ts';
import { exitCodes, type ExitCode } from '../../diagnostics/exit-codes.ts';
import type { Format } from '../../diagnostics/format/format.ts';
import { printDiagnostics } from '../../diagnostics/print.ts';
import { kitVersion } from '../kit-version.ts';
import type { Certificate } from '../model/certificate.gen.ts';
import { readChecked } from '../read-json.ts';
import { safeText } from '../report/safe-text.ts';
import { faultOfSignature, privateKeyOf, publicKeyOf, type SignatureFault } from '../report/sign.ts';

/** @param flags - `key`: file of the public key that is trusted; without it, any key will do. */
export async function runVerify(
  file: string,
  flags: { readonly key?: string; readonly format?: Format },
): Promise<ExitCode> {
  const cwd = process.cwd();
  const read = await readChecked<Certificate>(path.resolve(cwd, file), 'certificate');
  const trusted = flags.key === undefined ? undefined : await readKey(path.resolve(cwd, flags.key), publicKeyOf);
  const diagnostics = [...read.diagnostics, ...(trusted?.diagnostics ?? [])];
  await printDiagnostics(diagnostics, { format: flags.format, cwd, version: kitVersion() });
  if (read.value === undefined || (trusted !== undefined && trusted.value === undefined)) return exitCodes.usage;
  const fault = faultOfSignature(read.value, trusted?.value);
  process.stdout.write(`${describe(read.value)}${verdict(read.value, fault, flags.key !== undefined)}\n`);
  return fault === undefined ? exitCodes.fine : exitCodes.findings;
}

/** The key that `--sign` names; undefined with a diagnostic when it is none. */
export const readSigner = (file: string, cwd: string): Promise<Result<KeyObject | undefined>> =>
  readKey(path.resolve(cwd, file), privateKeyOf);

async function readKey<T>(file: string, parse: (pem: string) => T): Promise<Result<T | undefined>> {
  try {
    return { value: parse(await readFile(file, 'utf8')), diagnostics: [] };
  } catch (error) {
    const problem = `"${file}" is not the key that is needed: ${(error as Error).message}.`;
    const fix =
      'Make one with: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem';
    return { value: undefined, diagnostics: [diagnose('WM6006', undefined, { problem, fix })] };
  }
}

function describe({
  conformant,
  level,
  role,
  testee,
  package: spec,
  suite,
  counts,
  clauses,
  seed,
}: Certificate): string {
  const names = [testee.name, testee.version].filter((part) => part !== '').join(' ');
  return `${safeText(names)}, ${role} of ${safeText(spec.name)} ${safeText(spec.version)}: ${conformant ? 'conformant' : 'not conformant'} at level ${level}
  ${clauses.passed.length} clauses passed, ${clauses.failed.length} failed, ${clauses.notExercised.length} not exercised; ${counts.executed} cases, seed ${seed}
  spec ${safeText(spec.spec)}
  suite ${safeText(suite.name)} ${safeText(suite.version)}, cases ${safeText(suite.cases)}
`;
}

function verdict({ signature }: Certificate, fault: SignatureFault | undefined, trusted: boolean): string {
  switch (fault) {
    case undefined:
      return trusted
        ? 'SIGNED by the key that is trusted.'
        : `SIGNED by ${safeText(signature?.key ?? '')}; whose that is, --key FILE tells.`;
    case 'unsigned':
      return 'UNSIGNED Anyone may have written it.';
    case 'broken':
      return 'BROKEN The signature does not fit what it says.';
    case 'stranger':
      return 'STRANGER It is signed by another key than the one that is trusted.';
    default:
      return fault satisfies never;
  }
}

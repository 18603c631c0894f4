/** What jazzer.js calls with each input: the target that the environment names, over the package that lies ready. */
import path from 'node:path';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { loadCodecs } from './codec.ts';
import { checkInput, targets, type TargetName } from './target.ts';

const target = targets[process.env['FUZZ_TARGET'] as TargetName];
const codecs = await loadCodecs(path.join(packageRoot(), target.folder));

/** @throws Error for an input of which something does not hold that should: a finding. */
export function fuzz(input: Buffer): void {
  checkInput(target, codecs, new Uint8Array(input));
}

/** What the rest of the kit takes from here: the reference implementations, and a transcoder that is not generated. */
export { oracleTranscoder } from './oracle/transcoder.ts';
import type { Binding } from '../bindings/binding.ts';
import type { LoadedPackage } from '../model/package.ts';
import { codecOf } from './package-codec.ts';
import { framesOf, type PackageFrames } from './package-frames.ts';

export { createReferenceTestee } from './reference-testee.ts';

/** Frames in any binding, by the package's own code. */
export const packageFrames = (pkg: LoadedPackage, binding: Binding): PackageFrames =>
  framesOf(pkg, codecOf(pkg), binding);

/** A generated package as the kit knows it: by its descriptor and by what it exports. */
import type { Descriptor } from './descriptor.gen.ts';

export interface LoadedPackage {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly descriptor: Descriptor;
  /** SHA-256 of `descriptor.json`, in hex. */
  readonly hash: string;
  /** Exports of its index by name, e.g. `decodeMsgData`. */
  readonly exports: Readonly<Record<string, unknown>>;
}

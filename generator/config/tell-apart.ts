/**
 * Tells the files of a command line apart by their endings: `-I protos chat.proto` gives the option both, because it takes
 * several values, and means the second one as a source.
 */
import type { SourceFlags } from './ad-hoc.ts';

export interface ToldApart<T extends SourceFlags> {
  /** `.proto` files and sets of file descriptors. */
  readonly protos: readonly string[];
  /** The other options, with event specs under `spec`. */
  readonly flags: T;
}

const proto = /\.(proto|binpb|pb|desc)$/i;
const spec = /\.(ya?ml|json)$/i;

export function tellApart<T extends SourceFlags>(files: readonly string[], flags: T): ToldApart<T> {
  const roots = flags.root ?? [];
  const overlays = flags.overlay ?? [];
  const sources = [...files, ...roots.filter((each) => proto.test(each) || spec.test(each))];
  const specs = [...(flags.spec ?? []), ...sources.filter((each) => spec.test(each))];
  const told = {
    ...flags,
    root: roots.filter((each) => !sources.includes(each)),
    spec: specs.filter((each) => !proto.test(each)),
    overlay: overlays.filter((each) => !proto.test(each)),
  };
  const protos = [
    ...sources.filter((each) => !spec.test(each)),
    ...[...specs, ...overlays].filter((each) => proto.test(each)),
  ];
  return { protos, flags: told };
}

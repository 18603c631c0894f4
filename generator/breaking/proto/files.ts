/** FILE_* and PACKAGE_NO_DELETE: files and packages that are gone, and what a file says of itself. */
import type { ProtoFile } from '../../ir/protocol.ts';
import type { Check } from '../change.ts';
import { missing, paired, keyed } from '../sides.ts';
import { fileOptions } from './file-options.ts';

export const checkFiles: Check = ({ before, after }, report) => {
  for (const file of missing(before.files, after.files)) {
    report(['FILE_NO_DELETE'], { before: file.origin, after: undefined }, deleted('file', file.path));
  }
  const packages = (files: ReadonlyMap<string, ProtoFile>): ReadonlyMap<string, ProtoFile> =>
    keyed([...files.values()].toReversed(), (file) => file.package);
  for (const file of missing(packages(before.files), packages(after.files))) {
    report(['PACKAGE_NO_DELETE'], { before: file.origin, after: undefined }, deleted('package', file.package));
  }
  for (const { before: old, after: now } of paired(before.files, after.files)) {
    const at = { before: old.origin, after: now.origin };
    if (old.package !== now.package) {
      report(['FILE_SAME_PACKAGE'], at, { before: quoted(old.package), after: quoted(now.package) });
    }
    if (old.syntax !== now.syntax) {
      report(['FILE_SAME_SYNTAX'], at, { before: old.syntax, after: now.syntax });
    }
    for (const { rule, name, initial } of fileOptions) {
      const [was, is] = [old, now].map((file) => String(file.options[name] ?? initial));
      if (was !== is) report([rule], at, { name, before: quoted(was!), after: quoted(is!) });
    }
  }
};

const deleted = (kind: string, name: string): { kind: string; name: string; where: string } => ({
  kind,
  name,
  where: 'the protocol',
});

const quoted = (text: string): string => `"${text}"`;

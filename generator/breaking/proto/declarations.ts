/** MESSAGE_, ENUM_, EXTENSION_ and SERVICE_NO_DELETE: declarations gone from their file, or from their package. */
import type { Origin } from '../../ir/origin.ts';
import type { ProtoFile } from '../../ir/protocol.ts';
import type { Check } from '../change.ts';
import { entryMessages } from '../map-entries.ts';
import { keyed, missing, paired, type Side } from '../sides.ts';

interface Declaration {
  readonly fullName: string;
  readonly origin: Origin;
}

const kinds = [
  {
    kind: 'message',
    rules: ['MESSAGE_NO_DELETE', 'PACKAGE_MESSAGE_NO_DELETE'],
    of: (file: ProtoFile): readonly Declaration[] => [...file.messages, ...file.messages.flatMap(entryMessages)],
  },
  { kind: 'enum', rules: ['ENUM_NO_DELETE', 'PACKAGE_ENUM_NO_DELETE'], of: (file: ProtoFile) => file.enums },
  {
    kind: 'extension',
    rules: ['EXTENSION_NO_DELETE', 'PACKAGE_EXTENSION_NO_DELETE'],
    of: (file: ProtoFile) => file.extensions,
  },
  {
    kind: 'service',
    rules: ['SERVICE_NO_DELETE', 'PACKAGE_SERVICE_NO_DELETE'],
    of: (file: ProtoFile) => file.services,
  },
] as const;

export const checkDeclarations: Check = ({ before, after }, report) => {
  for (const { kind, rules, of } of kinds) {
    for (const pair of paired(before.files, after.files)) {
      // Names count from the package on: when only the package was renamed, FILE_SAME_PACKAGE says so once.
      const within = (file: ProtoFile): ReadonlyMap<string, Declaration> =>
        keyed(of(file) as readonly Declaration[], (each) => local(each, file.package));
      for (const gone of missing(within(pair.before), within(pair.after))) {
        const at = { before: gone.origin, after: around(gone, pair.after) };
        report([rules[0]], at, { kind, name: local(gone, pair.before.package), where: pair.after.path });
      }
    }
    const [old, now] = [byPackage(before, of), byPackage(after, of)];
    for (const [name, declarations] of old) {
      const left = now.get(name);
      // A package that is gone altogether is one finding of PACKAGE_NO_DELETE.
      if (left === undefined) continue;
      for (const { file, declaration } of missing(declarations, left)) {
        const still = after.files.get(file.path);
        const at = { before: declaration.origin, after: still && around(declaration, still) };
        report([rules[1]], at, { kind, name: local(declaration, name), where: `the package ${name}` });
      }
    }
  }
};

interface Placed {
  readonly file: ProtoFile;
  readonly declaration: Declaration;
}

function byPackage(
  side: Side,
  of: (file: ProtoFile) => readonly Declaration[],
): ReadonlyMap<string, ReadonlyMap<string, Placed>> {
  const packages = new Map<string, Map<string, Placed>>();
  for (const file of side.files.values()) {
    const known = packages.get(file.package) ?? new Map<string, Placed>();
    packages.set(file.package, known);
    for (const declaration of of(file)) known.set(declaration.fullName, { file, declaration });
  }
  return packages;
}

const local = ({ fullName }: Declaration, pkg: string): string =>
  pkg === '' ? fullName : fullName.slice(pkg.length + 1);

/** The innermost message that it stood in and that is still there, else the file. */
function around(gone: Declaration, file: ProtoFile): Origin {
  const parents = file.messages.filter(({ fullName }) => gone.fullName.startsWith(`${fullName}.`));
  return parents.at(-1)?.origin ?? file.origin;
}

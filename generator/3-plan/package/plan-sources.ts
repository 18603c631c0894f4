/** Plans the copies of the sources under `spec/`, so that a package carries what it was made from. */
import type { PlannedFile } from '../../ir/package-plan.ts';
import type { Protocol } from '../../ir/protocol.ts';
import { notDevice, Scope } from '../names.ts';

export function planSources({ files, specs }: Protocol): readonly PlannedFile[] {
  const paths = new Scope();
  return [
    ...files.map((file) => copy(file.path, file.text, paths)),
    // A spec is named by where it lay; only its own name tells a reader anything.
    ...specs.map((spec) => copy(spec.path.slice(spec.path.lastIndexOf('/') + 1), spec.text, paths)),
  ];
}

function copy(source: string, text: string, paths: Scope): PlannedFile {
  const safe = source
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => !/^\.*$/.test(segment))
    .map((segment) => notDevice(segment.replace(/[^\w.-]/g, '_').replace(/\.$/, '_')))
    .join('/');
  const dot = safe.lastIndexOf('.');
  const [stem, ending] = dot > safe.lastIndexOf('/') ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ''];
  let unique = stem;
  while (!paths.claimFolded(unique + ending)) unique = `${unique}_`;
  return { kind: 'verbatim', path: `spec/${unique}${ending}`, text: text.replaceAll('\r\n', '\n') };
}

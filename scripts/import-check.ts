/**
 * Imports the documents that the specs of this project come from, with their overlays, and compares the outcome with the
 * specs, words of description aside. The documents are not part of the project: `npm run import:check -- PAGE.md PAGE.txt`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runImport } from '../generator/commands/import.ts';
import { loadProtocol } from '../generator/load-protocol.ts';
import { differences } from './import-check/compare.ts';

const root = path.resolve(import.meta.dirname, import.meta.dirname.includes('dist') ? '../..' : '..');
const [openim, floo] = process.argv.slice(2);
if (openim === undefined || floo === undefined) {
  process.stderr.write('Usage: npm run import:check -- OPENIM_COMMON.md FLOO_TYPES.txt\n');
  process.exit(2);
}

/** A spec of the project, and how it is made of its document. */
const table = [
  {
    name: 'openim-common',
    document: openim,
    overlay: 'spec/openim/common.overlay.yaml',
    draft: { protos: ['common.proto'], specs: [] },
    spec: { protos: ['common.proto'], specs: [], roots: ['spec/openim'] },
  },
  {
    name: 'floo',
    document: floo,
    overlay: 'spec/floo/floo.overlay.yaml',
    draft: { protos: [], specs: ['floo.spec.yaml'] },
    spec: { protos: [], specs: ['spec/floo/floo.spec.yaml'], roots: [] },
  },
];

const options = { int64: 'bigint', int64Of: {} } as const;
let failed = false;
for (const { name, document, overlay, draft, spec } of table) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-import-'));
  const overlays = draft.protos.length > 0 ? [path.join(root, overlay)] : [];
  const code = await runImport([path.resolve(document)], {
    overlay: [path.join(root, overlay)],
    out: folder,
    format: 'json',
  });
  const made = await loadProtocol({ cwd: folder, roots: [], overlays, name, ...draft, ...options });
  const kept = await loadProtocol({ cwd: root, overlays, name, ...spec, ...options });
  await rm(folder, { recursive: true });
  const errors = made.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const found = [...errors, ...differences(made.value.protocol, kept.value.protocol)];
  if (code !== 0) found.push('the import failed');
  failed ||= found.length > 0;
  process.stdout.write(
    found.length === 0 ? `✓ ${name}: the imported draft and its overlay are the spec\n` : `✗ ${name}\n`,
  );
  for (const line of found) process.stdout.write(`  ${line}\n`);
}
process.exit(failed ? 1 : 0);

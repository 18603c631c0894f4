/** What stands for wiremark itself in the cache: its version, and the state of the files that decide what it generates. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { sha256 } from './entry.ts';

/** Code, templates, runtime library and bundled types; `package.json` for the version and the libraries it names. */
const parts = [
  'package.json',
  'dist/diagnostics',
  'dist/generator',
  'dist/templates',
  'templates',
  'spec/clauses',
  'spec/schema',
  'spec/well-known',
];

/** Another key whenever the tool could generate something else. About 5 ms. */
export function toolKey(): string {
  const root = packageRoot();
  const facts: string[] = [process.versions.node];
  const visit = (file: string): void => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else if (!/\.(d\.ts|js\.map)$/.test(file)) {
      facts.push(`${path.relative(root, file)} ${found?.size} ${found?.mtimeMs}`);
    }
  };
  for (const part of parts) visit(path.join(root, part));
  return sha256(facts.join('\n'));
}

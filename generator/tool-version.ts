/** The version of wiremark, from its package.json. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../diagnostics/package-root.ts';

export function toolVersion(): string {
  return (JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

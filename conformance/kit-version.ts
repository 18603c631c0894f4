/** Version of the kit: that of the package it is part of. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../diagnostics/package-root.ts';

export function kitVersion(): string {
  const text = readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

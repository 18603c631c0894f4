/** Picks the overlays of event specs from those that are given, and reads them; the others are overlays of protos. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { checkDocument } from '../../../diagnostics/document.ts';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { SpecOverlayFile } from '../../ir/schema/spec-overlay.gen.ts';
import type { SpecOverlay } from './apply.ts';

export interface SpecOverlays {
  readonly value: readonly SpecOverlay[];
  /** Files that are none, or that cannot be read: whoever reads overlays of protos reports them. */
  readonly others: readonly string[];
  readonly diagnostics: Diagnostic[];
}

export async function readSpecOverlays(files: readonly string[], cwd: string): Promise<SpecOverlays> {
  const value: SpecOverlay[] = [];
  const others: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const text = await readFile(path.resolve(cwd, file), 'utf8').catch(() => undefined);
    // What tells the two apart is that one of them names its spec.
    if (text === undefined || !/^\s*"?spec"?\s*:/m.test(text)) {
      others.push(file);
      continue;
    }
    const schema = await readFile(path.join(packageRoot(), 'spec/schema/spec-overlay.schema.json'), 'utf8');
    const read = await checkDocument<SpecOverlayFile>({
      file: file.replaceAll('\\', '/'),
      text,
      schema: JSON.parse(schema) as object,
    });
    diagnostics.push(...read.diagnostics);
    if (read.value !== undefined) value.push(read.value);
  }
  return { value, others, diagnostics };
}

/** Reads an event spec, fills its observed layer, and writes the file in one piece. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnose, hasErrors, type Result } from '../../../diagnostics/diagnostic.ts';
import { checkDocument } from '../../../diagnostics/document.ts';
import type { EventSpecFile } from '../../ir/schema/event-spec.gen.ts';
import { schemaOf } from '../request.ts';
import { writeObserved, type WriteRequest } from './write-observed.ts';

/** @returns The events whose observed layer was written; undefined, and the file untouched, after an error. */
export async function writeInto(
  file: string,
  request: Omit<WriteRequest, 'document'> & { readonly cwd: string },
): Promise<Result<readonly string[] | undefined>> {
  const target = path.resolve(request.cwd, file);
  const none = { value: undefined };
  if (!/^[a-z][a-z0-9-]*$/.test(request.evidence)) {
    return { ...none, diagnostics: [diagnose('WM9008', undefined, { name: request.evidence })] };
  }
  const text = await readFile(target, 'utf8').catch(() => undefined);
  if (text === undefined) return { ...none, diagnostics: [diagnose('WM5001', undefined, { path: file })] };
  const schema = await schemaOf('event-spec');
  const source = { file: file.replaceAll('\\', '/'), text };
  const { value: document, diagnostics: faults } = await checkDocument<EventSpecFile>({ ...source, schema });
  if (document === undefined) return { ...none, diagnostics: faults };
  const made = await writeObserved({ ...request, document });
  const diagnostics = [...faults, ...made.diagnostics];
  if (made.value === undefined || hasErrors(diagnostics)) return { ...none, diagnostics };
  if (made.value.text !== text) {
    const beside = `${target}.${process.pid}.tmp`;
    try {
      await writeFile(beside, made.value.text);
      await rename(beside, target);
    } finally {
      await rm(beside, { force: true });
    }
  }
  return { value: made.value.events, diagnostics };
}

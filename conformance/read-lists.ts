/** Reads lists of known failures. */
import { hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { ListEntry } from './judge/lists.ts';
import type { ExpectationList } from './model/expectation-list.gen.ts';
import type { ListFinding } from './model/report.gen.ts';
import { readChecked, readText } from './read-json.ts';

/** @returns The entries of all files, each with the file and line where its pattern stands. */
export async function readLists(
  list: ListFinding['list'],
  files: readonly string[],
): Promise<Result<readonly ListEntry[]>> {
  const entries: ListEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const read = await readChecked<ExpectationList>(file, 'expectation-list');
    diagnostics.push(...read.diagnostics);
    if (hasErrors(read.diagnostics) || read.value === undefined) continue;
    const lines = ((await readText(file)) ?? '').split('\n');
    for (const { pattern, reason } of read.value.entries) {
      const line = lines.findIndex((text) => text.includes(pattern)) + 1;
      entries.push({ list, pattern, reason, place: `${file}:${line}` });
    }
  }
  return { value: entries, diagnostics };
}

/** Reads files of scenarios; the digits of their arguments are kept as they stand. */
import { diagnose, hasErrors, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import type { Scenario, ScenarioFile } from '../../model/scenario.gen.ts';
import { readChecked, readText } from '../../read-json.ts';
import { parseExact } from '../../reference/oracle/json-text.ts';

/** @returns All scenarios of the files; undefined with diagnostics when one of them is faulty. */
export async function readScenarios(files: readonly string[]): Promise<Result<readonly Scenario[] | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const scenarios: Scenario[] = [];
  for (const file of files) {
    if (!file.endsWith('.json')) {
      const problem = `The scenario "${file}" is not a JSON file.`;
      diagnostics.push(diagnose('WM6006', undefined, { problem, fix: 'Write it as FILE.json: its digits are kept.' }));
      continue;
    }
    const read = await readChecked<ScenarioFile>(file, 'scenario');
    diagnostics.push(...read.diagnostics);
    // Held against its schema above; read once more so that 64-bit integers are not rounded.
    if (read.value !== undefined) {
      scenarios.push(...(parseExact((await readText(file)) ?? '') as unknown as ScenarioFile).scenarios);
    }
  }
  return { value: hasErrors(diagnostics) ? undefined : scenarios, diagnostics };
}

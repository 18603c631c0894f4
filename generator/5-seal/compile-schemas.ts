/** Compiles every JSON Schema of a package under Ajv's strict mode; gives a line per fault. */
import type { RenderedFile } from '../ir/package-plan.ts';

export async function compileSchemas(files: readonly RenderedFile[]): Promise<string[]> {
  const schemas = files.filter(({ path }) => path.startsWith('schemas/') && path.endsWith('.json'));
  if (schemas.length === 0) return [];
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  // Strict but for two matters of taste: `required` beside the properties that it speaks of (ours may stand in a branch of its
  // own), and tuples of one length (trailing arguments of events may be left out).
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTuples: false, allowUnionTypes: true });
  const parsed: { readonly path: string; readonly id: string }[] = [];
  const faults: string[] = [];
  const attempt = (path: string, action: () => void): void => {
    try {
      action();
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const { path, text } of schemas) {
    attempt(path, () => {
      const schema = JSON.parse(text) as { readonly $id: string };
      ajv.addSchema(schema);
      parsed.push({ path, id: schema.$id });
    });
  }
  for (const { path, id } of parsed) attempt(path, () => void ajv.getSchema(id));
  return faults;
}

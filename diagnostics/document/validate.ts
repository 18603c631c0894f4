/** Checks a document against a JSON Schema 2020-12 by Ajv; each fault comes with its place and what to do about it. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { inOrder } from '../diagnostic.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { SourceDocument } from './source.ts';
import { diagnoseFinding } from './findings.ts';
import { relevantFindings } from './relevant.ts';

/** All faults of a document under one schema, in the order of the text; none when it is valid. */
export type Validate = (document: SourceDocument) => readonly Diagnostic[];

/** Faults reported per document: a file of another kind altogether should not print thousands. */
const maxFindings = 200;

/** Name of a schema that has no `$id`. */
const unnamed = 'wiremark:schema';

/**
 * Compiles a schema once, to be used for any number of documents.
 * @param schema - `oneOf` and `anyOf` are explained by the branch that the value was probably meant for: the one whose
 *   `const` properties it has, else the one of its JSON type.
 * @param related - Schemas that it refers to, found by their `$id`.
 */
export async function createValidator(schema: object, related: readonly object[] = []): Promise<Validate> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    // They are ours, and tested; looking at them each time takes longer than looking at the document.
    validateSchema: false,
    // Only what a document itself says counts: every object inherits a "constructor".
    ownProperties: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    validateFormats: false,
  });
  const schemas = [schema, ...related].map((each) => ({ $id: unnamed, ...each }));
  for (const each of schemas) ajv.addSchema(each);
  const validate = ajv.getSchema(schemas[0]!.$id) as ValidateFunction;
  const branch = (reference: string): ValidateFunction => ajv.getSchema(reference) as ValidateFunction;
  const references = new Map(schemas.flatMap((each) => referencesOf(each, each.$id)));
  return (document) => {
    if (validate(document.value)) return [];
    const context = { branch, referenceOf: (node: object) => references.get(node) };
    const findings = relevantFindings(validate.errors ?? [], context).slice(0, maxFindings);
    return inOrder(unique(findings.map((finding) => diagnoseFinding(finding, document))));
  };
}

/** How every part of a schema is referred to, by identity: a verbose error carries the part itself, not its place. */
function referencesOf(root: object, id: string): readonly (readonly [object, string])[] {
  const references = new Map<object, string>();
  const visit = (node: unknown, reference: string): void => {
    if (typeof node !== 'object' || node === null || references.has(node)) return;
    references.set(node, reference);
    // A pointer in a URI fragment: RFC 6901 section 6.
    const step = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
    for (const [key, value] of Object.entries(node)) visit(value, `${reference}/${step(key)}`);
  };
  visit(root, `${id}#`);
  return [...references];
}

/** Two branches, or a keyword and its parent, may say the same of one place. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    seen.set(`${each.code} ${each.place?.line}:${each.place?.column} ${each.message}`, each);
  }
  return [...seen.values()];
}

/** Checks a document against a JSON Schema 2020-12 by Ajv; each fault comes with its place and what to do about it. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { inOrder } from '../diagnostic.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { SourceDocument } from '../document.ts';
import { diagnoseFinding } from './findings.ts';
import { relevantFindings } from './relevant.ts';

/** All faults of a document under one schema, in the order of the text; none when it is valid. */
export type Validate = (document: SourceDocument) => readonly Diagnostic[];

/** Faults reported per document: a file of another kind altogether should not print thousands. */
const maxFindings = 200;

/** Name under which the schema is compiled; `$id` of the schema itself plays no part. */
const rootId = 'wiremark:root';

/**
 * Compiles a schema once, to be used for any number of documents.
 * @param schema - May refer to itself only (`#/$defs/...`). `oneOf` and `anyOf` are explained by the branch that the
 *   value was probably meant for: the one whose `const` properties it has, else the one of its JSON type.
 */
export async function createValidator(schema: object): Promise<Validate> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    // Only what a document itself says counts: every object inherits a "constructor".
    ownProperties: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    validateFormats: false,
  });
  const root: object = { ...schema, $id: rootId };
  ajv.addSchema(root);
  const validate = ajv.getSchema(rootId) as ValidateFunction;
  const branch = (pointer: string): ValidateFunction => ajv.getSchema(`${rootId}#${pointer}`) as ValidateFunction;
  const pointers = pointersOf(root);
  return (document) => {
    if (validate(document.value)) return [];
    const context = { branch, pointerOf: (node: object) => pointers.get(node) };
    const findings = relevantFindings(validate.errors ?? [], context).slice(0, maxFindings);
    return inOrder(unique(findings.map((finding) => diagnoseFinding(finding, document))));
  };
}

/** Pointer of every part of a schema, by identity: a verbose error carries the part itself, not where it stands. */
function pointersOf(root: object): ReadonlyMap<object, string> {
  const pointers = new Map<object, string>();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null || pointers.has(node)) return;
    pointers.set(node, pointer);
    // A pointer in a URI fragment: RFC 6901 section 6.
    const step = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
    for (const [key, value] of Object.entries(node)) visit(value, `${pointer}/${step(key)}`);
  };
  visit(root, '');
  return pointers;
}

/** Two branches, or a keyword and its parent, may say the same of one place. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    seen.set(`${each.code} ${each.place?.line}:${each.place?.column} ${each.message}`, each);
  }
  return [...seen.values()];
}

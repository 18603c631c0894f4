/**
 * Reads a YAML or JSON text into a value that knows where each part of it stands. What is wrong with the text comes as
 * diagnostics; whether it fits a schema is `createValidator`'s question.
 */
import { parseJsonText } from './document/json.ts';
import { Lines } from './document/lines.ts';
import { maxLength } from './document/node.ts';
import type { DocumentNode, ParsedText, TextFault } from './document/node.ts';
import { parsePointer } from './document/pointer.ts';
import { parseYamlText } from './document/yaml.ts';
import type { SourceDocument } from './document/source.ts';
import { createValidator } from './document/validate.ts';
import type { Validate } from './document/validate.ts';
import { diagnose, hasErrors, inOrder } from './diagnostic.ts';
import type { Diagnostic, Place, Result } from './diagnostic.ts';

export { createValidator } from './document/validate.ts';
export type { Validate } from './document/validate.ts';
export type { SourceDocument } from './document/source.ts';

/**
 * @param source - `file` decides the language: `.json` is strict JSON, anything else YAML 1.2.
 * @returns The document, undefined only when the text gives no value at all, and all faults of the text.
 */
export async function readDocument(source: {
  readonly file: string;
  readonly text: string;
}): Promise<Result<SourceDocument | undefined>> {
  const { file, text } = source;
  const lines = new Lines(file, text);
  const { root, faults } = await parse(file, text);
  const diagnostics = inOrder(faults.map((fault) => diagnoseFault(fault, lines)));
  if (root === undefined) return { value: undefined, diagnostics };
  const placeOf = (pointer: string, part: 'key' | 'value' = 'value'): Place => {
    const { start, end } = locate(root, parsePointer(pointer) ?? [], part);
    return lines.place(start, end);
  };
  const value = { file, text, root, value: root.value, placeAt: lines.place.bind(lines), placeOf };
  return { value, diagnostics };
}

/**
 * Reads a document and checks it against a schema, or by a validator where there are several documents of a kind.
 * @typeParam T - What the schema describes; the caller's word for it.
 * @returns The document, undefined when anything is wrong with it.
 */
export async function checkDocument<T>(
  source: { readonly file: string; readonly text: string } & (
    | { readonly schema: object }
    | { readonly validate: Validate }
  ),
): Promise<Result<(SourceDocument & { readonly value: T }) | undefined>> {
  const { value: document, diagnostics } = await readDocument(source);
  if (document === undefined) return { value: undefined, diagnostics };
  const validate = 'validate' in source ? source.validate : await createValidator(source.schema);
  // What could not be read at a place is null there: that it does not fit the schema either says nothing new.
  const unread = new Set(diagnostics.map(({ place }) => `${place?.line}:${place?.column}`));
  const misfits = validate(document).filter(({ place }) => !unread.has(`${place?.line}:${place?.column}`));
  const all = inOrder([...diagnostics, ...misfits]);
  return { value: hasErrors(all) ? undefined : (document as SourceDocument & { readonly value: T }), diagnostics: all };
}

async function parse(file: string, text: string): Promise<ParsedText> {
  if (text.length > maxLength) {
    const what = `a text of more than ${maxLength} characters`;
    return { root: undefined, faults: [{ kind: 'limit', what, start: 0, end: 0 }] };
  }
  return file.toLowerCase().endsWith('.json') ? parseJsonText(text) : parseYamlText(text);
}

function locate(root: DocumentNode, tokens: readonly string[], part: 'key' | 'value'): { start: number; end: number } {
  let node = root;
  for (const [index, token] of tokens.entries()) {
    const member = node.members?.get(token);
    const next = member?.node ?? node.items?.[Number(token)];
    if (next === undefined) return node;
    if (part === 'key' && member !== undefined && index === tokens.length - 1) {
      return { start: member.keyStart, end: member.keyEnd };
    }
    node = next;
  }
  return node;
}

function diagnoseFault(fault: TextFault, lines: Lines): Diagnostic {
  const place = lines.place(fault.start, fault.end);
  switch (fault.kind) {
    case 'syntax':
      return diagnose('WM3010', place, { problem: fault.what });
    case 'duplicate-key': {
      const first = fault.first ?? fault;
      const related = [{ message: 'first written here', place: lines.place(first.start, first.end) }];
      return diagnose('WM3011', place, { key: fault.what, related });
    }
    case 'refused-key':
      return diagnose('WM3012', place, { key: fault.what });
    case 'limit':
      return diagnose('WM3013', place, { problem: fault.what });
    case 'not-json':
      return diagnose('WM3014', place, { problem: fault.what });
    default:
      return fault.kind satisfies never;
  }
}

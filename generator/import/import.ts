/** Documents in, a draft of a spec out, with a diagnostic for every doubt. Nothing is written here. */
import { diagnose, hasErrors, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import type { Decision } from '../ir/schema/overlay.gen.ts';
import { detect, type Form, type Reader } from './detect.ts';
import type { OutputFile } from './output.ts';
import type { ProtoDraft } from './proto/draft.ts';
import type { NumberSource } from './proto/numbers.ts';
import { importSource, type ImportSource } from './source.ts';

export interface ImportRequest {
  /** Files as diagnostics print them, and their texts. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** Undefined: told by the content of each file. */
  readonly from: Reader | undefined;
  /** Name of the draft. Default: that of the first document. */
  readonly name: string | undefined;
  readonly numbers: readonly NumberSource[];
  readonly decided: readonly Decision[];
}

/** What one document gave. */
type Draft = ProtoDraft;

/** @returns The files of the draft; undefined after an error. */
export async function importDocuments(request: ImportRequest): Promise<Result<readonly OutputFile[] | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const drafts: Draft[] = [];
  for (const { file, text } of request.files) {
    const source = importSource(file, text);
    const form = detect(source, request.from);
    const start = { file, line: 1, column: 1, length: 0 };
    if (form === undefined) {
      diagnostics.push(diagnose('WM8001', start, { readers: 'protoc-gen-doc, jsdoc or declarations' }));
      continue;
    }
    const read = await readForm(form, source);
    diagnostics.push(...read.diagnostics);
    if (read.value !== undefined) drafts.push(read.value);
    else if (!hasErrors(read.diagnostics)) diagnostics.push(diagnose('WM8002', start, { reader: readerNames[form] }));
  }
  if (hasErrors(diagnostics) || drafts.length === 0) return { value: undefined, diagnostics };
  const [{ stringifyDraft }, { writeProtos }] = await Promise.all([import('./yaml.ts'), import('./proto/write.ts')]);
  const written = writeProtos(drafts, { ...request, printYaml: stringifyDraft });
  diagnostics.push(...written.diagnostics);
  return { value: hasErrors(diagnostics) ? undefined : written.value, diagnostics };
}

const readerNames: Readonly<Record<Form, string>> = {
  'protoc-gen-doc-markdown': 'the reader of protoc-gen-doc Markdown',
  'protoc-gen-doc-json': 'the reader of protoc-gen-doc JSON',
};

/** Readers are loaded when a document asks for them. */
async function readForm(form: Form, source: ImportSource): Promise<Result<Draft | undefined>> {
  switch (form) {
    case 'protoc-gen-doc-markdown':
      return (await import('./protoc-gen-doc/read-markdown.ts')).readProtocGenDocMarkdown(source);
    case 'protoc-gen-doc-json':
      return (await import('./protoc-gen-doc/read-json.ts')).readProtocGenDocJson(source);
    default:
      return form satisfies never;
  }
}

/** Documents in, a draft of a spec out, with a diagnostic for every doubt. Nothing is written here. */
import { diagnose, hasErrors, type Diagnostic, type Place, type Result } from '../../diagnostics/diagnostic.ts';
import type { Decision } from '../ir/schema/overlay.gen.ts';
import { detect, readers, type Form, type Reader } from './detect.ts';
import type { ReadDoclets } from './jsdoc/interpret.ts';
import type { OutputFile } from './output.ts';
import { applySpecOverlay, type SpecOverlay } from './overlay/apply.ts';
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
  readonly specOverlays: readonly SpecOverlay[];
}

/** What one document gave. */
type Draft = ProtoDraft | (ReadDoclets & { readonly kind: 'doclets' });

/** @returns The files of the draft; undefined after an error. */
export async function importDocuments(request: ImportRequest): Promise<Result<readonly OutputFile[] | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const drafts: Draft[] = [];
  const documents = request.specOverlays.flatMap(({ value }) => value.documents ?? []);
  for (const [index, { file, text }] of request.files.entries()) {
    const source = importSource(file, text, documents[index]);
    const start = { file, line: 1, column: 1, length: 0 };
    if (text.length > maxLength) {
      diagnostics.push(diagnose('WM8005', start, { problem: `it has more than ${maxLength} characters` }));
      continue;
    }
    const form = detect(source, request.from);
    if (form === undefined) {
      diagnostics.push(diagnose('WM8001', start, { readers: readers.join(', ') }));
      continue;
    }
    const read = await guarded(start, () => readForm(form, source));
    diagnostics.push(...read.diagnostics);
    if (read.value !== undefined) drafts.push(read.value);
    else if (!hasErrors(read.diagnostics)) diagnostics.push(diagnose('WM8002', start, { reader: readerNames[form] }));
  }
  if (hasErrors(diagnostics) || drafts.length === 0) return { value: undefined, diagnostics };
  const start = { file: drafts[0]!.source.file, line: 1, column: 1, length: 0 };
  const written = await guarded(start, () => write(drafts, request));
  if (written.value === undefined) return { value: undefined, diagnostics: [...diagnostics, ...written.diagnostics] };
  diagnostics.push(...written.diagnostics);
  return { value: hasErrors(diagnostics) ? undefined : written.value, diagnostics };
}

/** Longest document that is read, in UTF-16 units: far beyond any page that people read. */
const maxLength = 16 * 1024 * 1024;

/** Nesting without end overflows the stack of whatever parses it; that is a fault of the document. */
async function guarded<T>(start: Place, work: () => Promise<Result<T>>): Promise<Result<T | undefined>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = 'something in it nests too deeply';
    return { value: undefined, diagnostics: [diagnose('WM8005', start, { problem })] };
  }
}

/** All documents together make one draft: either of protos or of an event spec. */
async function write(drafts: readonly Draft[], request: ImportRequest): Promise<Result<readonly OutputFile[]>> {
  const { stringifyDraft } = await import('./yaml.ts');
  const protos = drafts.filter((draft) => draft.kind === 'proto-draft');
  const doclets = drafts.filter((draft) => draft.kind === 'doclets');
  if (protos.length > 0 && doclets.length > 0) {
    const [proto, other] = [protos[0]!.source.file, doclets[0]!.source.file];
    const details = { first: proto, firstKind: '.proto', second: other, secondKind: 'event spec' };
    return { value: [], diagnostics: [diagnose('WM8003', undefined, details)] };
  }
  const misplaced = protos.length > 0 ? request.specOverlays.length > 0 : request.decided.length > 0;
  if (misplaced) {
    const [overlay, draft] = protos.length > 0 ? ['an event spec', 'protos'] : ['protos', 'an event spec'];
    return { value: [], diagnostics: [diagnose('WM8006', undefined, { overlay, draft })] };
  }
  if (protos.length > 0) {
    const { writeProtos } = await import('./proto/write.ts');
    return writeProtos(protos, { ...request, printYaml: stringifyDraft });
  }
  const [{ interpretDoclets }, { specFile }] = await Promise.all([
    import('./jsdoc/interpret.ts'),
    import('./events/draft.ts'),
  ]);
  const draft = await interpretDoclets(doclets);
  const name = request.name ?? request.specOverlays[0]?.value.spec ?? specName(doclets[0]!.source.document);
  const diagnostics: Diagnostic[] = [];
  let file = specFile(draft.value, { name, title: name });
  for (const overlay of request.specOverlays) {
    const applied = applySpecOverlay(file, overlay);
    diagnostics.push(...applied.diagnostics);
    file = applied.value;
  }
  return {
    value: [{ path: `${name}.spec.yaml`, text: stringifyDraft(file) }],
    diagnostics: [...draft.diagnostics, ...diagnostics],
  };
}

const specName = (document: string): string =>
  document
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '') || 'draft';

const readerNames: Readonly<Record<Form, string>> = {
  'protoc-gen-doc-markdown': 'the reader of protoc-gen-doc Markdown',
  'protoc-gen-doc-json': 'the reader of protoc-gen-doc JSON',
  'jsdoc-comments': 'the reader of JSDoc comments',
  'jsdoc-markdown': 'the reader of jsdoc-to-markdown pages',
  'jsdoc-text': 'the reader of flattened JSDoc pages',
  declarations: 'the reader of TypeScript declarations',
};

/** Readers are loaded when a document asks for them. */
async function readForm(form: Form, source: ImportSource): Promise<Result<Draft | undefined>> {
  switch (form) {
    case 'protoc-gen-doc-markdown':
      return (await import('./protoc-gen-doc/read-markdown.ts')).readProtocGenDocMarkdown(source);
    case 'protoc-gen-doc-json':
      return (await import('./protoc-gen-doc/read-json.ts')).readProtocGenDocJson(source);
    case 'jsdoc-comments':
      return asDraft(source, {
        ...(await (await import('./jsdoc/comments.ts')).readJsdocComments(source)),
        broken: [],
      });
    case 'jsdoc-markdown':
      return asDraft(source, (await import('./jsdoc/read-markdown.ts')).readMarkdownJsdoc(source));
    case 'jsdoc-text':
      return asDraft(source, (await import('./jsdoc/read-flat.ts')).readFlatJsdoc(source));
    case 'declarations': {
      const { readDeclarations } = await import('./declarations/read-declarations.ts');
      const { doclets, enums, diagnostics } = await readDeclarations(source);
      const found = doclets.length + enums.length > 0;
      const value = { kind: 'doclets', source, doclets, enums, unread: [], broken: [], statesPresence: true } as const;
      return { value: found ? value : undefined, diagnostics };
    }
    default:
      return form satisfies never;
  }
}

function asDraft(source: ImportSource, read: Omit<ReadDoclets, 'source'>): Result<Draft | undefined> {
  const isEmpty = read.doclets.length + (read.enums?.length ?? 0) === 0;
  return { value: isEmpty ? undefined : { ...read, kind: 'doclets', source }, diagnostics: [] };
}

/** Reads the JSON output of protoc-gen-doc into the same declarations as its pages give. */
import { diagnose, hasErrors, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import { readDocument } from '../../../diagnostics/document.ts';
import type {
  EnumValueDraft,
  ExtensionDraft,
  FieldDraft,
  FileDraft,
  HttpBinding,
  LabelDraft,
  MessageDraft,
  ProtoDraft,
  ServiceDraft,
  TypeDraft,
} from '../proto/draft.ts';
import { gluedFields, gluedValues } from '../proto/glued.ts';
import { templateRemarks } from '../proto/remarks.ts';
import type { FactOrigin, ImportSource } from '../source.ts';
import { JsonNode } from './json-node.ts';

/** @returns Undefined when the text is no JSON, or nothing that protoc-gen-doc would write. */
export async function readProtocGenDocJson(source: ImportSource): Promise<Result<ProtoDraft | undefined>> {
  const { value: document, diagnostics: faults } = await readDocument({
    file: `${source.file}.json`,
    text: source.text,
  });
  const diagnostics: Diagnostic[] = faults.map((fault) => ({
    ...fault,
    place: fault.place === undefined ? undefined : { ...fault.place, file: source.file },
  }));
  if (document === undefined || hasErrors(faults)) return { value: undefined, diagnostics };
  const root = new JsonNode(document, '', document.value);
  const files = root.list('files');
  if (files.length === 0) return { value: undefined, diagnostics };
  const report = (node: JsonNode, problem: string): void => {
    diagnostics.push(diagnose('WM8105', { ...node.place(), file: source.file }, { problem }));
  };
  return {
    value: { kind: 'proto-draft', source, files: files.map((file) => readFile(file, { report })) },
    diagnostics,
  };
}

interface Context {
  readonly report: (node: JsonNode, problem: string) => void;
}

const originOf = (node: JsonNode): FactOrigin => ({ line: node.place().line });

function readFile(file: JsonNode, context: Context): FileDraft {
  return {
    name: file.text('name'),
    package: file.text('package'),
    description: file.text('description'),
    messages: named(file, 'messages', context).map((each) => readMessage(each, context)),
    enums: named(file, 'enums', context).map((each) => ({ ...declared(each), values: values(each, context) })),
    extensions: named(file, 'extensions', context).map((each) => readExtension(each)),
    services: named(file, 'services', context).map((each) => readService(each, context)),
    origin: originOf(file),
  };
}

const names = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

function named(node: JsonNode, key: string, { report }: Context): JsonNode[] {
  return node.list(key).filter((each) => {
    if (names.test(each.text('name'))) return true;
    report(each, 'it has no name');
    return false;
  });
}

function declared(node: JsonNode): { name: string; description: string; deprecated: boolean; origin: FactOrigin } {
  const long = node.text('longName');
  return {
    name: names.test(long) ? long : node.text('name'),
    description: cleaned(node.text('description')),
    deprecated: node.at('options').flag('deprecated'),
    origin: originOf(node),
  };
}

/** Lines as pages have them after their breaks: without blanks at either end. */
const cleaned = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function readMessage(node: JsonNode, context: Context): MessageDraft {
  return {
    ...declared(node),
    fields: named(node, 'fields', context).map((each) => readField(each)),
    extensions: named(node, 'extensions', context).map((each) => readExtension(each)),
  };
}

function readField(node: JsonNode): FieldDraft {
  const label = node.text('label').toLowerCase();
  const oneof = node.flag('isoneof') ? node.text('oneofdecl') : '';
  // proto3 "optional" is written as a oneof of one field whose name begins with "_".
  const synthetic = oneof === `_${node.text('name')}`;
  const { description, commentedOut } = gluedFields(cleaned(node.text('description')));
  const stated = node.text('defaultValue');
  return {
    name: node.text('name'),
    label: synthetic ? 'optional' : isLabel(label) ? label : '',
    type: typeOf(node, ''),
    mapKey: undefined,
    oneof: oneof === '' || synthetic ? undefined : oneof,
    default: stated === '' ? undefined : stated,
    number: undefined,
    commentedOut,
    description,
    deprecated: node.at('options').flag('deprecated'),
    origin: originOf(node),
  };
}

const isLabel = (text: string): text is LabelDraft => ['', 'optional', 'required', 'repeated'].includes(text);

function readExtension(node: JsonNode): ExtensionDraft {
  const number = Number(node.value('number'));
  return {
    ...readField(node),
    number: Number.isInteger(number) && number > 0 ? number : undefined,
    extendee: typeOf(node, 'containing'),
  };
}

/** The members `longType` and `fullType`, or with a prefix `requestLongType` and its like. */
function typeOf(node: JsonNode, prefix: '' | 'containing' | 'request' | 'response'): TypeDraft {
  const [long, full] = prefix === '' ? ['longType', 'fullType'] : [`${prefix}LongType`, `${prefix}FullType`];
  const fullName = node.text(full!);
  return { long: node.text(long!) || fullName, full: fullName === '' ? undefined : fullName };
}

function values(node: JsonNode, context: Context): EnumValueDraft[] {
  return named(node, 'values', context).flatMap((each) => {
    const written = each.value('number');
    const number = written === '' || written === undefined ? Number.NaN : Number(written);
    if (!Number.isInteger(number)) {
      context.report(each, 'its number is none');
      return [];
    }
    const words = templateRemarks(cleaned(each.text('description')), false);
    const deprecated = words.deprecated || each.at('options').flag('deprecated');
    return [{ name: each.text('name'), number, ...gluedValues(words.description), deprecated, origin: originOf(each) }];
  });
}

function readService(node: JsonNode, context: Context): ServiceDraft {
  const methods = named(node, 'methods', context).map((each) => ({
    ...declared(each),
    name: each.text('name'),
    input: typeOf(each, 'request'),
    output: typeOf(each, 'response'),
    clientStreaming: each.flag('requestStreaming'),
    serverStreaming: each.flag('responseStreaming'),
    http: each.at('options').at('google.api.http').list('rules').map(readBinding),
  }));
  return { ...declared(node), methods };
}

const readBinding = (rule: JsonNode): HttpBinding => ({
  method: rule.text('method').toUpperCase(),
  pattern: rule.text('pattern'),
  body: rule.text('body'),
});

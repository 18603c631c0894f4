/** Renders declarations the way protoc-gen-doc and templates for it do: Markdown of several kinds, and JSON. */
import type { EnumDraft, FieldDraft, FileDraft, MessageDraft, ServiceDraft } from '../proto/draft.ts';

export interface MarkdownStyle {
  /** Sign between the parts of an anchor, and how the anchor is written. */
  readonly anchor: '.' | '-';
  readonly isEmptyTag: boolean;
  /** What stands for the end of a line inside a cell. */
  readonly lineEnd: '<br>' | '\n';
  /** Custom templates have heads of their own, and no links. */
  readonly isCustom: boolean;
}

export function renderMarkdown(files: readonly FileDraft[], style: MarkdownStyle): string {
  const lines = ['# Protocol Documentation', '<a name="top"></a>', '', '## Table of Contents', ''];
  for (const file of files) {
    lines.push(tag(file.name, style), '', `## ${file.name}`, text(file.description), '');
    for (const message of file.messages) lines.push(...messageLines(file, message, style));
    for (const drawn of file.enums) lines.push(...enumLines(file, drawn, style));
    for (const service of file.services) lines.push(...serviceLines(file, service, style));
  }
  lines.push(
    '## Scalar Value Types',
    '',
    '| .proto Type | Notes |',
    '| --- | --- |',
    '| <a name="double" /> double | |',
    '',
  );
  return lines.join('\n');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

const text = (words: string): string => words.replace(/[&<>"']/g, (sign) => escapes[sign]!);

const tag = (name: string, { anchor, isEmptyTag }: MarkdownStyle): string => {
  const id = anchor === '.' ? name : name.replaceAll('/', '_').replace(/[^\w-]/g, '-');
  return isEmptyTag ? `<a name="${id}"/>` : `<a name="${id}"></a>`;
};

const cell = (words: string, { lineEnd }: MarkdownStyle): string =>
  text(words).replaceAll('|', '\\|').replaceAll('\n', lineEnd);

const full = (file: FileDraft, name: string): string => (file.package === '' ? name : `${file.package}.${name}`);

function link(type: { readonly long: string; readonly full: string | undefined }, style: MarkdownStyle): string {
  if (style.isCustom) return type.full ?? type.long;
  return `[${type.long}](#${(type.full ?? type.long).replaceAll('.', style.anchor)})`;
}

function messageLines(file: FileDraft, message: MessageDraft, style: MarkdownStyle): string[] {
  const lines = [tag(full(file, message.name), style), '', `### ${message.name}`, text(message.description), ''];
  if (message.fields.length === 0) return lines;
  const heads = style.isCustom
    ? ['Name', 'Type', 'Rule', 'Oneof', 'Notes']
    : ['Field', 'Type', 'Label', 'Oneof', 'Description'];
  lines.push(`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`);
  for (const field of message.fields) {
    const cells = [field.name, link(field.type, style), field.label, field.oneof ?? '', described(field, style)];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return [...lines, ''];
}

const described = ({ deprecated, description }: FieldDraft, style: MarkdownStyle): string =>
  `${deprecated ? '**Deprecated.** ' : ''}${cell(description, style)}`.trim();

function enumLines(file: FileDraft, drawn: EnumDraft, style: MarkdownStyle): string[] {
  const lines = [tag(full(file, drawn.name), style), '', `### ${drawn.name}`, text(drawn.description), ''];
  lines.push('| Name | Number | Description |', '| ---- | ------ | ----------- |');
  for (const value of drawn.values)
    lines.push(`| ${value.name} | ${value.number} | ${cell(value.description, style)} |`);
  return [...lines, ''];
}

function serviceLines(file: FileDraft, service: ServiceDraft, style: MarkdownStyle): string[] {
  const lines = [tag(full(file, service.name), style), '', `### ${service.name}`, text(service.description), ''];
  lines.push('| Method Name | Request Type | Response Type | Description |', '| --- | --- | --- | --- |');
  for (const method of service.methods) {
    const input = `${link(method.input, style)}${method.clientStreaming ? ' stream' : ''}`;
    const output = `${link(method.output, style)}${method.serverStreaming ? ' stream' : ''}`;
    lines.push(`| ${method.name} | ${input} | ${output} | ${cell(method.description, style)} |`);
  }
  return [...lines, ''];
}

export function renderJson(files: readonly FileDraft[]): string {
  const named = (
    file: FileDraft,
    { name, description }: { readonly name: string; readonly description: string },
  ): object => ({
    name: name.slice(name.lastIndexOf('.') + 1),
    longName: name,
    fullName: full(file, name),
    description,
  });
  return JSON.stringify({
    files: files.map((file) => ({
      name: file.name,
      package: file.package,
      description: file.description,
      enums: file.enums.map((drawn) => ({
        ...named(file, drawn),
        values: drawn.values.map(({ name, number, description }) => ({ name, number: String(number), description })),
      })),
      messages: file.messages.map((message) => ({
        ...named(file, message),
        fields: message.fields.map((field) => ({
          name: field.name,
          label: field.label,
          longType: field.type.long,
          fullType: field.type.full,
          isoneof: field.oneof !== undefined,
          oneofdecl: field.oneof ?? '',
          description: field.description,
          options: { deprecated: field.deprecated },
        })),
      })),
      services: file.services.map((service) => ({
        ...named(file, service),
        methods: service.methods.map((method) => ({
          name: method.name,
          description: method.description,
          requestLongType: method.input.long,
          requestFullType: method.input.full,
          requestStreaming: method.clientStreaming,
          responseLongType: method.output.long,
          responseFullType: method.output.full,
          responseStreaming: method.serverStreaming,
        })),
      })),
    })),
  });
}

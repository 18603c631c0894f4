/** Writes one file of a draft as .proto text: what the documents say, nested as declared, every reference spelt to hold. */
import type { PlacedFile } from './assemble.ts';
import { defaultText } from './default-text.ts';
import type { EnumDraft, ExtensionDraft, FieldDraft, MessageDraft, MethodDraft, TypeDraft } from './draft.ts';
import { fullNameOf, isScalarName, resolveType, spell, type TypeIndex } from './index-types.ts';
import type { DraftSyntax } from './syntax.ts';

export interface PrintRequest {
  readonly file: PlacedFile;
  readonly syntax: DraftSyntax;
  readonly index: TypeIndex;
  /** Numbers that extensions take, by full name of the extended message. */
  readonly extended: ReadonlyMap<string, readonly number[]>;
}

/** Stands for a number that no document gives: no compiler takes it, so it cannot be overlooked. */
const missingNumber = 0;

/** Files that the text imports, and the text. */
export function printProto(given: PrintRequest): string {
  const context: PrintContext = { ...given, levels: levelsOf(given.file) };
  const { file, syntax } = context;
  const imports = [...importsOf(context)].sort();
  const blocks = [
    ...(file.description === '' ? [] : [comment(file.description).join('\n')]),
    `syntax = "${syntax}";`,
    ...(file.package === '' ? [] : [`package ${file.package};`]),
    ...(imports.length === 0 ? [] : [imports.map((path) => `import "${path}";`).join('\n')]),
  ];
  const roots = context.levels.get('');
  for (const message of roots?.messages ?? []) blocks.push(printMessage(message, context).join('\n'));
  for (const each of roots?.enums ?? []) blocks.push(printEnum(each, each.name).join('\n'));
  if (file.extensions.length > 0) blocks.push(printExtensions(file.extensions, file.package, context).join('\n'));
  for (const service of file.services) {
    const methods = service.methods.flatMap((method) => printMethod(method, context));
    const deprecated = service.deprecated ? ['option deprecated = true;'] : [];
    blocks.push(
      [...comment(service.description), `service ${service.name} {`, ...indent([...deprecated, ...methods]), '}'].join(
        '\n',
      ),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

interface PrintContext extends PrintRequest {
  readonly levels: ReadonlyMap<string, Level>;
}

interface Level {
  readonly messages: MessageDraft[];
  readonly enums: EnumDraft[];
}

/** Messages and enums by the message that they are declared in; `''` for those at the top. */
function levelsOf(file: PlacedFile): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  const levelOf = ({ name }: { readonly name: string }): Level => {
    const around = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    const level = levels.get(around) ?? { messages: [], enums: [] };
    levels.set(around, level);
    return level;
  };
  for (const message of file.messages) levelOf(message).messages.push(message);
  for (const each of file.enums) levelOf(each).enums.push(each);
  return levels;
}

const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function printMessage(message: MessageDraft, context: PrintContext): string[] {
  const { file } = context;
  const scope = fullNameOf(file, message.name);
  const inner = context.levels.get(message.name);
  const body = message.deprecated ? ['option deprecated = true;'] : [];
  for (const each of inner?.messages ?? []) body.push(...printMessage(each, context), '');
  for (const each of inner?.enums ?? []) body.push(...printEnum(each, lastName(each.name)), '');
  const printed = new Set<string>();
  for (const field of message.fields) {
    if (field.oneof === undefined) {
      body.push(...printField(field, scope, context));
    } else if (!printed.has(field.oneof)) {
      printed.add(field.oneof);
      const members = message.fields.filter((each) => each.oneof === field.oneof);
      const lines = members.flatMap((each) => printField({ ...each, label: '' }, scope, context));
      body.push(`oneof ${field.oneof} {`, ...indent(lines), '}');
    }
  }
  const taken = context.extended.get(scope) ?? [];
  if (taken.length > 0) body.push(`extensions ${taken.join(', ')};`);
  if (message.extensions.length > 0) body.push(...printExtensions(message.extensions, scope, context));
  const head = `message ${lastName(message.name)} {`;
  return [...comment(message.description), ...(body.length === 0 ? [`${head}}`] : [head, ...indent(body), '}'])];
}

function printField(field: FieldDraft, scope: string, context: PrintContext): string[] {
  const type = typeText(field.type, scope, context);
  const whole = field.mapKey === undefined ? type : `map<${field.mapKey}, ${type}>`;
  const label = field.label === '' || field.mapKey !== undefined ? '' : `${field.label} `;
  const options = [
    ...(field.default === undefined || context.syntax === 'proto3' ? [] : [defaultOption(field)]),
    ...(field.deprecated ? ['deprecated = true'] : []),
  ].filter((option) => option !== '');
  const tail = options.length === 0 ? '' : ` [${options.join(', ')}]`;
  const number = field.number ?? missingNumber;
  const mark = field.number === undefined ? ' // The document does not give the number.' : '';
  return [...comment(field.description), `${label}${whole} ${field.name} = ${number}${tail};${mark}`];
}

function defaultOption(field: FieldDraft): string {
  const text = defaultText(field.default ?? '', field.type.long);
  return text === undefined ? '' : `default = ${text}`;
}

function printExtensions(extensions: readonly ExtensionDraft[], scope: string, context: PrintContext): string[] {
  const byBase = groupBy(extensions, scope, context);
  return [...byBase].flatMap(([base, fields]) => [
    `extend ${base} {`,
    ...indent(fields.flatMap((field) => printField(labelled(field, context), scope, context))),
    '}',
  ]);
}

/** Pages give extensions no label; proto2 wants one, and they are singular unless the page says otherwise. */
const labelled = (field: ExtensionDraft, { syntax }: PrintContext): ExtensionDraft =>
  syntax === 'proto2' && field.label === '' ? { ...field, label: 'optional' } : field;

function groupBy(
  extensions: readonly ExtensionDraft[],
  scope: string,
  context: PrintContext,
): Map<string, ExtensionDraft[]> {
  const groups = new Map<string, ExtensionDraft[]>();
  for (const extension of extensions) {
    const base = typeText(extension.extendee, scope, context);
    groups.set(base, [...(groups.get(base) ?? []), extension]);
  }
  return groups;
}

function printEnum(drawn: EnumDraft, name: string): string[] {
  // proto3 wants the value for 0 first; the order of a page is no fact.
  const values = [...drawn.values].sort((a, b) => Number(b.number === 0) - Number(a.number === 0));
  const numbers = values.map(({ number }) => number);
  const body = [
    ...(drawn.deprecated ? ['option deprecated = true;'] : []),
    ...(new Set(numbers).size < numbers.length ? ['option allow_alias = true;'] : []),
    ...values.flatMap((value) => [
      ...comment(value.description),
      `${value.name} = ${value.number}${value.deprecated ? ' [deprecated = true]' : ''};`,
    ]),
  ];
  return [...comment(drawn.description), `enum ${name} {`, ...indent(body), '}'];
}

function printMethod(method: MethodDraft, context: PrintContext): string[] {
  const scope = context.file.package;
  const side = (type: TypeDraft, stream: boolean): string =>
    `${stream ? 'stream ' : ''}${typeText(type, scope, context)}`;
  const head = `rpc ${method.name}(${side(method.input, method.clientStreaming)}) returns (${side(method.output, method.serverStreaming)})`;
  const http = method.http.map(
    ({ method: verb, pattern, body }) => `HTTP: ${verb} ${pattern}${body === '' ? '' : ` (body ${body})`}`,
  );
  const text = [method.description, http.join('\n')].filter((part) => part !== '').join('\n\n');
  return [...comment(text), method.deprecated ? `${head} { option deprecated = true; }` : `${head};`];
}

/** A reference that holds where it stands; what no document declares is written as the document has it. */
function typeText(type: TypeDraft, scope: string, { file, index }: PrintContext): string {
  if (isScalarName(type.long)) return type.long;
  const full = resolveType(type, scope, index);
  return full === undefined ? (type.full ?? type.long) : spell(full, { scope, ownPackage: file.package }, index);
}

/** Paths of the files that declare what this one refers to. */
function importsOf({ file, index }: PrintContext): Set<string> {
  const found = new Set<string>();
  for (const { type, scope } of referencesOf(file)) {
    const full = isScalarName(type.long) ? undefined : resolveType(type, scope, index);
    const path = full === undefined ? undefined : index.files.get(full);
    if (path !== undefined && path !== file.name) found.add(path);
  }
  return found;
}

/** Every type that a file refers to, and the scope in which it does. */
export function* referencesOf(
  file: PlacedFile,
): Generator<{ readonly type: TypeDraft; readonly scope: string; readonly line: number }> {
  for (const message of file.messages) {
    const scope = fullNameOf(file, message.name);
    for (const field of message.fields) yield { type: field.type, scope, line: field.origin.line };
    yield* ofExtensions(message.extensions, scope);
  }
  yield* ofExtensions(file.extensions, file.package);
  for (const { input, output, origin } of file.services.flatMap(({ methods }) => methods)) {
    yield { type: input, scope: file.package, line: origin.line };
    yield { type: output, scope: file.package, line: origin.line };
  }
}

function* ofExtensions(extensions: readonly ExtensionDraft[], scope: string): ReturnType<typeof referencesOf> {
  for (const { type, extendee, origin } of extensions) {
    yield { type, scope, line: origin.line };
    yield { type: extendee, scope, line: origin.line };
  }
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));

/** A description as `//` lines: whatever it holds, it cannot end the comment. */
function comment(text: string): string[] {
  if (text === '') return [];
  // eslint-disable-next-line no-control-regex
  const lines = text.replace(/[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]/g, ' ').split('\n');
  return lines.map((line) => `// ${line}`.trimEnd());
}

/**
 * The parser: one file's text in, its tree of declarations and all its syntax errors out. It covers proto2, proto3 and
 * editions 2023 and 2024 (protobuf.dev/reference/protobuf/edition-2024-spec), takes whatever any of them allows, and leaves
 * it to the checks to say what this file's syntax forbids.
 *
 * protobufjs was tried for this and serves as an independent reading in the tests instead. Of 30 short legal inputs its
 * parser (8.8.1) refused a group in a oneof, a group with options, `< >` and `- 1.5` in values, `0X1F`, a message called
 * `stream`, two values of one number; rounded int64 defaults, left `\u00e9` unresolved, dropped fields called `__proto__`,
 * extension range options, import options; made "FOO" and FOO the same value. It has no columns and ends at the first error.
 */
import { hasErrors, type Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type {
  EnumDecl,
  ExtendDecl,
  ImportDecl,
  MessageDecl,
  NameDecl,
  OptionDecl,
  ProtoSource,
  ServiceDecl,
} from '../../../ir/proto-source.ts';
import { lex } from '../lex/lex.ts';
import { attempt } from './block.ts';
import { commentOf, Cursor } from './cursor.ts';
import { nested } from './declaration.ts';
import { importStatement, syntaxStatement, type SyntaxStatement } from './header.ts';
import { messageBody } from './message.ts';
import { optionStatement } from './option.ts';
import { service } from './service.ts';
import { diagnose } from '../../../../diagnostics/diagnostic.ts';

export interface OutlineRequest {
  /** Import path. */
  readonly path: string;
  /** As diagnostics print it. */
  readonly file: string;
  readonly requested: boolean;
  /** With `\n` line ends and no byte order mark. */
  readonly text: string;
}

export interface Outline {
  /** Imports are not resolved yet. */
  readonly source: ProtoSource;
  readonly diagnostics: readonly Diagnostic[];
}

export function outline(request: OutlineRequest): Outline {
  const lexed = lex(request.text, request.file);
  const cursor = new Cursor(lexed, request.file);
  const file: FileDraft = {
    syntax: undefined,
    package: undefined,
    packageComment: '',
    imports: [],
    options: [],
    messages: [],
    enums: [],
    extends: [],
    services: [],
    statements: 0,
  };
  while (!cursor.done) {
    attempt(cursor, () => statement(cursor, file));
    // What a broken statement left behind; a "}" here closes nothing.
    if (cursor.at('}')) {
      cursor.report('a declaration');
      cursor.next();
    }
  }
  const diagnostics = [...lexed.diagnostics, ...cursor.diagnostics];
  const start = { file: request.file, line: 1, column: 1, length: 0 };
  if (file.syntax === undefined && request.requested && !hasErrors(diagnostics)) {
    diagnostics.push(diagnose('WM1010', start, {}));
  }
  const broken = hasErrors(diagnostics);
  return {
    source: {
      kind: 'proto-source',
      ...request,
      syntax: file.syntax?.name ?? 'proto2',
      package: file.package,
      imports: file.imports,
      options: file.options,
      messages: file.messages,
      enums: file.enums,
      extends: file.extends,
      services: file.services,
      comment: file.packageComment || (file.syntax?.comment ?? ''),
      origin: file.syntax?.origin ?? start,
      brokenWords: broken
        ? new Set(lexed.tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text))
        : undefined,
    },
    diagnostics,
  };
}

interface FileDraft {
  syntax: SyntaxStatement | undefined;
  package: NameDecl | undefined;
  packageComment: string;
  readonly imports: ImportDecl[];
  readonly options: OptionDecl[];
  readonly messages: MessageDecl[];
  readonly enums: EnumDecl[];
  readonly extends: ExtendDecl[];
  readonly services: ServiceDecl[];
  statements: number;
}

function statement(cursor: Cursor, file: FileDraft): void {
  const first = file.statements++ === 0;
  if (nested(cursor, file, messageBody)) return;
  if (cursor.at('syntax') || cursor.at('edition')) {
    const place = cursor.origin(cursor.peek());
    const read = syntaxStatement(cursor);
    if (!first) cursor.add(diagnose('WM1011', place, { keyword: read.keyword }));
    file.syntax ??= read;
  } else if (cursor.at('package')) packageStatement(cursor, file);
  else if (cursor.at('import')) importStatement(cursor, file.imports);
  else if (cursor.at('option')) optionStatement(cursor, file.options);
  else if (cursor.at('service')) file.services.push(service(cursor));
  else cursor.fail('a declaration such as "message", "enum", "service" or "import"');
}

function packageStatement(cursor: Cursor, file: FileDraft): void {
  const leading = cursor.leading(cursor.index);
  cursor.expect('package');
  if (cursor.at('.')) cursor.fail('the name of a package');
  const name = cursor.dottedName('the name of a package');
  cursor.endStatement();
  if (file.package !== undefined) {
    const related = [{ message: 'the first package statement', place: file.package.origin }];
    cursor.add(diagnose('WM1012', name.origin, { related }));
    return;
  }
  file.package = name;
  file.packageComment = commentOf(leading, cursor.trailing());
}

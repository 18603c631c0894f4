/** Reads the objects that an example shows: JavaScript literals with comments, shorthands and concatenations. */
import type { ts as tsTypes } from 'ts-morph';
import type { DocExample } from './doclet.ts';

export type ExampleValue =
  | { readonly kind: 'string'; readonly value: string }
  /** A text and something joined to it: only its beginning is known. */
  | { readonly kind: 'prefix'; readonly value: string }
  | { readonly kind: 'number' | 'bool' | 'null' | 'list' | 'unknown' }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, ExampleValue> };

export interface ExampleObject {
  readonly members: ReadonlyMap<string, ExampleValue>;
  /** The comment behind it on its line; `''` when there is none. */
  readonly comment: string;
  /** 1-based. */
  readonly line: number;
}

export interface ReadExample {
  readonly objects: readonly ExampleObject[];
  /** Lines that begin like an object and are none; 1-based. */
  readonly unread: readonly number[];
}

type Ts = typeof tsTypes;
type Node = tsTypes.Expression;

export async function readExample({ text, line }: DocExample): Promise<ReadExample> {
  const { ts } = await import('ts-morph');
  const objects: ExampleObject[] = [];
  const unread: number[] = [];
  for (const { start, end } of braces(text, ts)) {
    const at = line + text.slice(0, start).split('\n').length - 1;
    const members = parseObject(text.slice(start, end), ts);
    const behind = /^[ \t,;)]*(?:\/\/|\/\*)?\s*(.*?)\s*(?:\*\/)?\s*$/.exec(/^[^\n]*/.exec(text.slice(end))![0]);
    const hasComment = /^[ \t,;)]*\/[/*]/.test(text.slice(end));
    if (members !== undefined) objects.push({ members, comment: hasComment ? behind![1]! : '', line: at });
    else if (/(^|\n)[ \t]*$/.test(text.slice(0, start))) unread.push(at);
  }
  return { objects, unread };
}

/** Outermost pairs of braces that stand outside of strings and comments. */
function braces(text: string, ts: Ts): { start: number; end: number }[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.OpenBraceToken && depth++ === 0) start = scanner.getTokenStart();
    if (token === ts.SyntaxKind.CloseBraceToken && depth > 0 && --depth === 0)
      found.push({ start, end: scanner.getTokenEnd() });
  }
  return found;
}

function parseObject(text: string, ts: Ts): ReadonlyMap<string, ExampleValue> | undefined {
  const file = ts.createSourceFile('example.js', `(${text})`, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const faults = (file as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics;
  const [statement] = file.statements;
  if (faults.length > 0 || statement === undefined || !ts.isExpressionStatement(statement)) return undefined;
  const value = valueOf(statement.expression, ts, 0);
  return value.kind === 'object' ? value.members : undefined;
}

/** Levels of objects that an example may nest. */
const maxDepth = 20;

function valueOf(node: Node, ts: Ts, depth: number): ExampleValue {
  if (depth > maxDepth) return { kind: 'unknown' };
  if (ts.isParenthesizedExpression(node)) return valueOf(node.expression, ts, depth + 1);
  if (ts.isStringLiteralLike(node)) return { kind: 'string', value: node.text };
  if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node) || ts.isPrefixUnaryExpression(node))
    return { kind: 'number' };
  if (ts.isArrayLiteralExpression(node)) return { kind: 'list' };
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'bool' };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { kind: 'null' };
  if (ts.isTemplateExpression(node)) return { kind: 'prefix', value: node.head.text };
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = valueOf(node.left, ts, depth + 1);
    if (left.kind === 'string' || left.kind === 'prefix') return { kind: 'prefix', value: left.value };
  }
  if (!ts.isObjectLiteralExpression(node)) return { kind: 'unknown' };
  const members = new Map<string, ExampleValue>();
  for (const property of node.properties) {
    const name = property.name;
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name))) continue;
    members.set(
      name.text,
      ts.isPropertyAssignment(property) ? valueOf(property.initializer, ts, depth + 1) : { kind: 'unknown' },
    );
  }
  return { kind: 'object', members };
}

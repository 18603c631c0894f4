/** Reads a TypeScript type and gives its shape; names are looked up among what the SDK declares. */
import type { ts as compiler } from 'ts-morph';
import type { Sdk } from './sdk.ts';
import { listOf, shape, unionOf, type Shape } from './shape.ts';

/** Levels of types and aliases that are followed; what is deeper, or leads in a circle, is any value. */
const maxDepth = 40;

/** Objects of the language itself. */
const objects = /^(Record|Map|Date|Partial|Required|Readonly|Pick|Omit|Object|Long|Uint8Array|ArrayBuffer|Blob|File)$/;

/** Loads the parser, and gives a function from type texts to shapes. */
export async function declaredShapes(sdk: Sdk): Promise<(text: string) => Shape> {
  const { ts } = await import('ts-morph');
  const types = new Map(sdk.types.map((type) => [type.name, type]));

  const named = (name: string, args: readonly compiler.TypeNode[], depth: number): Shape => {
    if (/^(Readonly)?Array$|^Set$/.test(name)) return listOf(args[0] === undefined ? shape('any') : of(args[0], depth));
    const type = types.get(name);
    if (type?.kind === 'object') return shape('object');
    if (type !== undefined) return unionOf(type.members.map(({ value }) => shape(typeof value as 'number' | 'string')));
    const alias = sdk.aliases.get(name);
    if (alias !== undefined) return parse(alias, depth + 1);
    return shape(objects.test(name) ? 'object' : 'any');
  };

  const of = (node: compiler.TypeNode, depth: number): Shape => {
    if (depth > maxDepth) return shape('any');
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return of(node.type, depth + 1);
    if (ts.isUnionTypeNode(node)) return unionOf(node.types.map((each) => of(each, depth + 1)));
    if (ts.isArrayTypeNode(node)) return listOf(of(node.elementType, depth + 1));
    if (ts.isTupleTypeNode(node)) return listOf(shape('any'));
    if (ts.isTypeLiteralNode(node) || ts.isIntersectionTypeNode(node) || ts.isMappedTypeNode(node))
      return shape('object');
    if (ts.isTemplateLiteralTypeNode(node)) return shape('string');
    if (ts.isLiteralTypeNode(node)) return ofLiteral(node.literal);
    if (ts.isTypeReferenceNode(node)) {
      // `Kind.Text` is a member of the enum `Kind`.
      const name = ts.isIdentifier(node.typeName) ? node.typeName : leftmost(node.typeName);
      return named(name.text, node.typeArguments ?? [], depth + 1);
    }
    return keywords.get(node.kind) ?? shape('any');
  };

  const leftmost = (name: compiler.QualifiedName): compiler.Identifier =>
    ts.isIdentifier(name.left) ? name.left : leftmost(name.left);

  const keywords: ReadonlyMap<compiler.SyntaxKind, Shape> = new Map([
    [ts.SyntaxKind.StringKeyword, shape('string')],
    [ts.SyntaxKind.NumberKeyword, shape('number')],
    [ts.SyntaxKind.BooleanKeyword, shape('boolean')],
    [ts.SyntaxKind.BigIntKeyword, shape('bigint')],
    [ts.SyntaxKind.ObjectKeyword, shape('object')],
    [ts.SyntaxKind.UndefinedKeyword, shape()],
    [ts.SyntaxKind.VoidKeyword, shape()],
    [ts.SyntaxKind.NeverKeyword, shape()],
  ]);

  const ofLiteral = (literal: compiler.LiteralTypeNode['literal']): Shape => {
    if (literal.kind === ts.SyntaxKind.NullKeyword) return shape();
    if (ts.isStringLiteralLike(literal)) return shape('string');
    if (literal.kind === ts.SyntaxKind.TrueKeyword || literal.kind === ts.SyntaxKind.FalseKeyword)
      return shape('boolean');
    return shape(literal.kind === ts.SyntaxKind.BigIntLiteral ? 'bigint' : 'number');
  };

  const parse = (text: string, depth: number): Shape => {
    if (depth > maxDepth) return shape('any');
    const file = ts.createSourceFile('type.ts', `type T = ${text};`, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
    const [statement] = file.statements;
    return statement !== undefined && ts.isTypeAliasDeclaration(statement) ? of(statement.type, depth) : shape('any');
  };
  return (text) => parse(text, 0);
}

/** Reads the objects of a source that a comment with `@enum` stands before (jsdoc.app/tags-enum). */
import { enumOfConst } from '../declarations/enums.ts';
import { Nodes, type ts as tsTypes } from '../declarations/nodes.ts';
import type { ImportSource } from '../source.ts';
import type { Doclets, EnumDoc } from './doclet.ts';

type Fault = NonNullable<Doclets['faults']>[number];

export async function enumsOfSource({ text }: ImportSource): Promise<{ enums: EnumDoc[]; faults: Fault[] }> {
  const { ts } = await import('ts-morph');
  const file = ts.createSourceFile('source.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const faults: Fault[] = [];
  const nodes = new Nodes(ts, file, (node, problem) => faults.push({ line: nodes.lineOf(node), problem }));
  const enums: EnumDoc[] = [];
  const add = (statement: tsTypes.Statement, declared: Parameters<typeof enumOfConst>[0] | undefined): void => {
    const found = declared === undefined ? [] : enumOfConst(declared, statement, nodes);
    if (found.length === 0) nodes.report(statement, 'the values of this enum are not all literals');
    for (const each of found) enums.push({ ...each, rule: undefined });
  };
  const visit = (node: tsTypes.Node): void => {
    const isStatement = ts.isVariableStatement(node) || ts.isExpressionStatement(node);
    if (isStatement && ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'enum')) {
      add(node, ts.isVariableStatement(node) ? node.declarationList.declarations[0] : assigned(node, ts));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { enums, faults };
}

/** `Status = {}`, `exports.Status = {}` and `Chat.Status = {}`. */
function assigned(
  { expression }: tsTypes.ExpressionStatement,
  ts: typeof tsTypes,
): Parameters<typeof enumOfConst>[0] | undefined {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  const { left, right } = expression;
  const name = ts.isPropertyAccessExpression(left) ? left.name : left;
  return ts.isIdentifier(name) ? { name, initializer: right } : undefined;
}

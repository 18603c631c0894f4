/** Reads the enums of declarations: `enum`, and constant objects of literals. */
import type { EnumDoc } from '../jsdoc/doclet.ts';
import type { Nodes, ts as tsTypes } from './nodes.ts';

type Member = EnumDoc['members'][number];

export function enumOfEnum(declared: tsTypes.EnumDeclaration, nodes: Nodes): EnumDoc[] {
  const members: Member[] = [];
  let next: number | undefined = 0;
  for (const member of declared.members) {
    const name = nodes.propertyName(member.name);
    const value: number | string | undefined =
      member.initializer === undefined ? next : valueOf(member.initializer, members, nodes);
    if (name === undefined || value === undefined) {
      nodes.report(member, 'the value of this member is computed');
      next = undefined;
      continue;
    }
    next = typeof value === 'number' ? value + 1 : undefined;
    members.push(memberOf(name, value, member, nodes));
  }
  return enumOf(declared.name.text, members, { node: declared, nodes, rule: undefined });
}

/** `{ A: 1 } as const`, `Object.freeze({ A: 1 })`, and in declarations `const X: { readonly A: 1 }`. */
export function enumOfConst(
  declared: Pick<tsTypes.VariableDeclaration, 'name' | 'initializer' | 'type'>,
  statement: tsTypes.Statement,
  nodes: Nodes,
): EnumDoc[] {
  const { ts } = nodes;
  if (!ts.isIdentifier(declared.name)) return [];
  const members: Member[] = [];
  const object = literalOf(declared.initializer, nodes);
  const type = declared.type === undefined ? undefined : nodes.membersOf(declared.type);
  for (const member of object?.properties ?? type ?? []) {
    const name = member.name === undefined ? undefined : nodes.propertyName(member.name);
    const value = ts.isPropertyAssignment(member)
      ? valueOf(member.initializer, members, nodes)
      : ts.isPropertySignature(member) && member.type !== undefined && ts.isLiteralTypeNode(member.type)
        ? valueOf(member.type.literal, members, nodes)
        : undefined;
    // An object with anything else in it is a value of some other kind.
    if (name === undefined || value === undefined) return [];
    members.push(memberOf(name, value, member, nodes));
  }
  return enumOf(declared.name.text, members, { node: statement, nodes, rule: 'const-object' });
}

function memberOf(name: string, value: string | number, node: tsTypes.Node, nodes: Nodes): Member {
  return {
    name,
    value,
    description: nodes.description(node),
    deprecated: nodes.isDeprecated(node),
    line: nodes.lineOf(node),
  };
}

function enumOf(
  name: string,
  members: readonly Member[],
  { node, nodes, rule }: { readonly node: tsTypes.Node; readonly nodes: Nodes; readonly rule: string | undefined },
): EnumDoc[] {
  const kinds = new Set(members.map(({ value }) => typeof value));
  if (members.length === 0) return [];
  if (kinds.size > 1) {
    nodes.report(node, 'its values are of two kinds');
    return [];
  }
  const description = nodes.description(node);
  return [{ name, members, description, deprecated: nodes.isDeprecated(node), line: nodes.lineOf(node), rule }];
}

function literalOf(value: tsTypes.Expression | undefined, nodes: Nodes): tsTypes.ObjectLiteralExpression | undefined {
  const { ts } = nodes;
  if (value === undefined) return undefined;
  if (ts.isObjectLiteralExpression(value)) return value;
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value))
    return literalOf(value.expression, nodes);
  const isFreeze = ts.isCallExpression(value) && value.expression.getText(nodes.file) === 'Object.freeze';
  return isFreeze ? literalOf(value.arguments[0], nodes) : undefined;
}

/** Literals, signs, sums, shifts and references to earlier members; undefined for all that would have to be run. */
function valueOf(node: tsTypes.Node, known: readonly Member[], nodes: Nodes): number | string | undefined {
  const { ts } = nodes;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return valueOf(node.expression, known, nodes);
  if (ts.isIdentifier(node)) return known.find(({ name }) => name === node.text)?.value;
  if (ts.isPrefixUnaryExpression(node)) {
    const value = valueOf(node.operand, known, nodes);
    if (typeof value !== 'number') return undefined;
    if (node.operator === ts.SyntaxKind.MinusToken) return -value;
    if (node.operator === ts.SyntaxKind.TildeToken) return ~value;
    return node.operator === ts.SyntaxKind.PlusToken ? value : undefined;
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const [left, right] = [valueOf(node.left, known, nodes), valueOf(node.right, known, nodes)];
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.LessThanLessThanToken:
      return left << right;
    case ts.SyntaxKind.BarToken:
      return left | right;
    default:
      return undefined;
  }
}

/** Turns members and parameters into the rows that JSDoc would describe them with: nested objects as dotted names. */
import type { DocRow } from '../jsdoc/doclet.ts';
import type { Nodes, ts as tsTypes } from './nodes.ts';

/** Levels of objects inside objects. */
const maxDepth = 20;

export function rowsOf(members: readonly tsTypes.TypeElement[], nodes: Nodes, prefix = '', depth = 0): DocRow[] {
  const { ts } = nodes;
  return members.flatMap((member): DocRow[] => {
    if (!ts.isPropertySignature(member)) {
      const isCode =
        ts.isMethodSignature(member) ||
        ts.isCallSignatureDeclaration(member) ||
        ts.isConstructSignatureDeclaration(member);
      nodes.report(
        member,
        isCode ? 'a function is no data' : 'members without a name of their own cannot be told apart',
      );
      return [];
    }
    const name = nodes.propertyName(member.name);
    if (name === undefined || name.includes('.')) {
      nodes.report(member, 'its name is computed, or has a dot');
      return [];
    }
    return typedRows(`${prefix}${name}`, member, { nodes, depth });
  });
}

export function parametersOf(parameters: readonly tsTypes.ParameterDeclaration[], nodes: Nodes): DocRow[] {
  const { ts } = nodes;
  return parameters.flatMap((parameter, at): DocRow[] => {
    if (parameter.dotDotDotToken !== undefined) {
      nodes.report(parameter, 'any number of arguments may follow');
      return [];
    }
    if (ts.isIdentifier(parameter.name) && parameter.name.text === 'this') return [];
    const name = ts.isIdentifier(parameter.name) ? parameter.name.text : `argument${at + 1}`;
    return typedRows(name, parameter, { nodes, depth: 0 });
  });
}

/** One row for a name and its type, and rows for what an object inside of it holds. */
export function typedRows(
  name: string,
  node: tsTypes.Node & {
    readonly type?: tsTypes.TypeNode | undefined;
    readonly questionToken?: tsTypes.Node | undefined;
  },
  { nodes, depth }: { readonly nodes: Nodes; readonly depth: number },
): DocRow[] {
  const { ts } = nodes;
  const { type } = node;
  const element = type === undefined ? undefined : elementOf(type, nodes);
  const members = type === undefined || depth > maxDepth ? undefined : nodes.membersOf(element ?? type);
  const isObject = members !== undefined && members.some((member) => ts.isPropertySignature(member));
  const row: DocRow = {
    name,
    type: !isObject ? nodes.typeText(type) : element === undefined ? 'object' : 'Array<object>',
    isOptional: node.questionToken !== undefined,
    default: undefined,
    description: nodes.description(node),
    line: nodes.lineOf(node),
    written: undefined,
  };
  if (!isObject) return [row];
  return [row, ...rowsOf(members, nodes, `${name}${element === undefined ? '' : '[]'}.`, depth + 1)];
}

/** Type of the elements of an array; undefined for any other type. */
function elementOf(type: tsTypes.TypeNode, nodes: Nodes): tsTypes.TypeNode | undefined {
  const { ts } = nodes;
  if (ts.isArrayTypeNode(type)) return type.elementType;
  if (ts.isTypeOperatorNode(type)) return elementOf(type.type, nodes);
  const isArray =
    ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && /^(Readonly)?Array$/.test(type.typeName.text);
  return isArray ? type.typeArguments?.[0] : undefined;
}

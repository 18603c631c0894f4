/** Reads events from what emitters are typed with: maps of tuples, functions, payloads or DOM events, and overloads. */
import type { Doclet, DocRow } from '../jsdoc/doclet.ts';
import type { Nodes, ts as tsTypes } from './nodes.ts';
import { parametersOf, typedRows } from './rows.ts';

export type MapDirection = 'server-to-client' | 'client-to-server';

/** Types that take a map of events; the second of a socket's is what it sends (socket.io/docs/v4/typescript). */
const emitters = /(Emitter|EventTarget|Emittery|Nanoevents?|Socket|Server|Namespace|EventHub|EventBus)$/i;
const functions = /^(mitt|createNanoEvents|createEmitter)$/;
const mapNames = /(Events|EventMap|EventsMap|EventTypes|EventListeners|EventHandlers|EventPayloads|Listeners)$/;

export interface EventMaps {
  /** Direction of the events of a type, when it is a map of events; undefined otherwise. */
  of(name: string, node: { readonly members: readonly tsTypes.TypeElement[] }): MapDirection | undefined;
}

/** Finds the types that emitters are given, and takes those for maps of events whose name says so. */
export function mapsInUse(file: tsTypes.SourceFile, nodes: Nodes): EventMaps {
  const { ts } = nodes;
  const used = new Map<string, MapDirection>();
  const take = (name: string, args: readonly tsTypes.TypeNode[] | undefined): void => {
    const isSocket = /(Socket|Server|Namespace)$/.test(name);
    for (const [at, arg] of (args ?? []).entries()) {
      if (!ts.isTypeReferenceNode(arg) || !ts.isIdentifier(arg.typeName) || used.has(arg.typeName.text)) continue;
      used.set(arg.typeName.text, isSocket && at > 0 ? 'client-to-server' : 'server-to-client');
    }
  };
  const visit = (node: tsTypes.Node): void => {
    if (ts.isTypeReferenceNode(node)) {
      const name = node.typeName.getText(file);
      if (emitters.test(name)) take(name, node.typeArguments);
    } else if (ts.isExpressionWithTypeArguments(node) || ts.isNewExpression(node)) {
      const name = node.expression.getText(file);
      if (emitters.test(name)) take(name, node.typeArguments);
    } else if (ts.isCallExpression(node) && functions.test(node.expression.getText(file))) {
      take('', node.typeArguments);
    } else if (ts.isTypeOperatorNode(node) && ts.isTypeParameterDeclaration(node.parent)) {
      const isKeyOfMap = node.operator === ts.SyntaxKind.KeyOfKeyword && isOfListener(node.parent.parent, nodes);
      if (isKeyOfMap) take('', [node.type]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    of: (name, { members }) => {
      const known = used.get(name);
      if (known !== undefined) return known;
      const isMap = mapNames.test(name) && members.length > 0 && members.every((member) => member.name !== undefined);
      return isMap && members.some((member) => isListed(member, nodes)) ? 'server-to-client' : undefined;
    },
  };
}

/** `on<K extends keyof Map>(event: K, ...)` and its kin. */
const isOfListener = (node: tsTypes.Node, { ts }: Nodes): boolean =>
  (ts.isMethodSignature(node) || ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node)) &&
  listenerNames.test(node.name?.getText() ?? '');

const listenerNames = /^(on|once|off|addListener|addEventListener|emit|subscribe)$/;

/** A tuple, a function or a DOM event: shapes that only maps of events have in all their members. */
function isListed(member: tsTypes.TypeElement, { ts }: Nodes): boolean {
  if (ts.isMethodSignature(member)) return true;
  const type = ts.isPropertySignature(member) ? member.type : undefined;
  return (
    type !== undefined && (ts.isTupleTypeNode(type) || ts.isFunctionTypeNode(type) || /Event</.test(type.getText()))
  );
}

export function eventsOfMap(
  owner: string,
  members: readonly tsTypes.TypeElement[],
  { nodes, direction }: { readonly nodes: Nodes; readonly direction: MapDirection },
): Doclet[] {
  const { ts } = nodes;
  return members.flatMap((member): Doclet[] => {
    const name = member.name === undefined ? undefined : nodes.propertyName(member.name);
    if (name === undefined || name === '') {
      nodes.report(member, 'it names no event');
      return [];
    }
    const rows = ts.isMethodSignature(member)
      ? parametersOf(member.parameters, nodes)
      : ts.isPropertySignature(member)
        ? argumentsOf(member, nodes)
        : [];
    return [{ ...nodes.doclet('event', name, member), owner, rows, direction }];
  });
}

function argumentsOf(member: tsTypes.PropertySignature, nodes: Nodes): DocRow[] {
  const { ts } = nodes;
  let { type } = member;
  while (type !== undefined && ts.isParenthesizedTypeNode(type)) type = type.type;
  if (type === undefined) return typedRows('payload', member, { nodes, depth: 0 });
  if (ts.isFunctionTypeNode(type)) return parametersOf(type.parameters, nodes);
  if (ts.isTypeOperatorNode(type) && ts.isTupleTypeNode(type.type)) type = type.type;
  if (ts.isTupleTypeNode(type)) return type.elements.flatMap((element, at) => elementRows(element, at, nodes));
  if (['undefined', 'void', 'never', 'null'].includes(type.getText(nodes.file))) return [];
  if (ts.isTypeReferenceNode(type) && /^(CustomEvent|MessageEvent)$/.test(type.typeName.getText(nodes.file))) {
    const [detail] = type.typeArguments ?? [];
    return detail === undefined ? [] : typedRows('detail', ofType(detail), { nodes, depth: 0 });
  }
  return typedRows('payload', ofType(type), { nodes, depth: 0 });
}

function elementRows(element: tsTypes.TypeNode, at: number, nodes: Nodes): DocRow[] {
  const { ts } = nodes;
  if (ts.isRestTypeNode(element) || (ts.isNamedTupleMember(element) && element.dotDotDotToken !== undefined)) {
    nodes.report(element, 'any number of arguments may follow');
    return [];
  }
  if (ts.isNamedTupleMember(element)) return typedRows(element.name.text, element, { nodes, depth: 0 });
  if (ts.isOptionalTypeNode(element)) {
    return typedRows(`argument${at + 1}`, { ...ofType(element.type), questionToken: element }, { nodes, depth: 0 });
  }
  return typedRows(`argument${at + 1}`, ofType(element), { nodes, depth: 0 });
}

/** A type in the place of what would have one. */
const ofType = (type: tsTypes.TypeNode): tsTypes.Node & { readonly type: tsTypes.TypeNode } =>
  Object.assign(Object.create(type) as tsTypes.Node, { type });

/** `on(event: 'message', listener: (text: string) => void): this`, once for each event. */
export function eventsOfOverloads(
  declared: tsTypes.ClassDeclaration | tsTypes.InterfaceDeclaration,
  nodes: Nodes,
): Doclet[] {
  const { ts } = nodes;
  const seen = new Set<string>();
  return [...declared.members].flatMap((member): Doclet[] => {
    if (!ts.isMethodSignature(member) && !ts.isMethodDeclaration(member)) return [];
    if (!/^(on|addListener|addEventListener)$/.test(member.name.getText(nodes.file))) return [];
    const [event, listener] = member.parameters;
    const type = event?.type;
    const isLiteral = type !== undefined && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal);
    if (!isLiteral || listener?.type === undefined) return [];
    const name = (type.literal as tsTypes.StringLiteral).text;
    if (name === '' || seen.has(name)) return [];
    seen.add(name);
    const rows = ts.isFunctionTypeNode(listener.type) ? parametersOf(listener.type.parameters, nodes) : [];
    if (!ts.isFunctionTypeNode(listener.type)) nodes.report(listener, 'what the listener is given is not said here');
    return [
      { ...nodes.doclet('event', name, member), owner: declared.name?.text ?? '', rows, direction: 'server-to-client' },
    ];
  });
}

/** Reads TypeScript declarations: enums, constant objects, interfaces, type aliases, callbacks, and the events of emitters. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Doclet, EnumDoc } from '../jsdoc/doclet.ts';
import { placeIn, type ImportSource } from '../source.ts';
import { enumOfConst, enumOfEnum } from './enums.ts';
import { eventsOfMap, eventsOfOverloads, mapsInUse } from './events.ts';
import type { Generic } from './generics.ts';
import { Nodes, type ts as tsTypes } from './nodes.ts';
import { parametersOf, rowsOf } from './rows.ts';

export interface ReadDeclarations {
  readonly doclets: readonly Doclet[];
  readonly enums: readonly EnumDoc[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readDeclarations(source: ImportSource): Promise<ReadDeclarations> {
  const { ts } = await import('ts-morph');
  const file = ts.createSourceFile('declarations.ts', source.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const diagnostics: Diagnostic[] = [];
  const faults = (file as unknown as { readonly parseDiagnostics: readonly tsTypes.DiagnosticWithLocation[] })
    .parseDiagnostics;
  for (const { start, messageText } of faults.slice(0, maxFaults)) {
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    const problem = typeof messageText === 'string' ? messageText : messageText.messageText;
    diagnostics.push(diagnose('WM8301', placeIn(source, line), { problem }));
  }
  const nodes = new Nodes(ts, file, (node, problem) => {
    diagnostics.push(diagnose('WM8302', placeIn(source, nodes.lineOf(node)), { problem }));
  });
  const maps = mapsInUse(file, nodes);
  const doclets: Doclet[] = [];
  const enums: EnumDoc[] = [];
  for (const statement of statementsOf(file, ts)) {
    if (ts.isEnumDeclaration(statement)) enums.push(...enumOfEnum(statement, nodes));
    else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        enums.push(...enumOfConst(declaration, statement, nodes));
    } else if (ts.isClassDeclaration(statement)) doclets.push(...eventsOfOverloads(statement, nodes));
    else if (ts.isInterfaceDeclaration(statement)) {
      doclets.push(...eventsOfOverloads(statement, nodes));
      const map = maps.of(statement.name.text, statement);
      if (map !== undefined)
        doclets.push(...eventsOfMap(statement.name.text, statement.members, { nodes, direction: map }));
      else if (statement.typeParameters === undefined) doclets.push(...typeOf(statement, statement.name.text, nodes));
    } else if (ts.isTypeAliasDeclaration(statement)) {
      const map = ts.isTypeLiteralNode(statement.type) ? maps.of(statement.name.text, statement.type) : undefined;
      if (map !== undefined && ts.isTypeLiteralNode(statement.type)) {
        doclets.push(...eventsOfMap(statement.name.text, statement.type.members, { nodes, direction: map }));
        // `type Kind = (typeof Kind)[keyof typeof Kind]` beside the constant object says no more than that does.
      } else if (statement.typeParameters === undefined && !enums.some(({ name }) => name === statement.name.text)) {
        doclets.push(...typeOf(statement, statement.name.text, nodes));
      }
    }
  }
  // Reading one may bring up more.
  for (const instance of nodes.generics.instances) {
    doclets.push(...nodes.generics.within(instance, () => typeOf(instance.of, instance.name, nodes)));
  }
  for (const generic of nodes.generics.unused())
    nodes.report(generic.name, `"${generic.name.text}" has type parameters`);
  return { doclets, enums, diagnostics };
}

const typeOf = (declared: Generic, name: string, nodes: Nodes): Doclet[] =>
  nodes.ts.isInterfaceDeclaration(declared) ? objectOf(declared, name, nodes) : aliasOf(declared, name, nodes);

/** Faults of the syntax that are shown; the rest follows from them. */
const maxFaults = 10;

/** Statements at the top, and those inside namespaces and `declare module` blocks. */
function* statementsOf(
  block: { readonly statements: readonly tsTypes.Statement[] },
  ts: typeof tsTypes,
): Generator<tsTypes.Statement> {
  for (const statement of block.statements) {
    if (ts.isModuleDeclaration(statement)) {
      let body = statement.body;
      while (body !== undefined && ts.isModuleDeclaration(body)) body = body.body as tsTypes.ModuleDeclaration['body'];
      if (body !== undefined && ts.isModuleBlock(body)) yield* statementsOf(body, ts);
    } else yield statement;
  }
}

function objectOf(declared: tsTypes.InterfaceDeclaration, name: string, nodes: Nodes): Doclet[] {
  const { ts } = nodes;
  const [call] = declared.members.filter((member) => ts.isCallSignatureDeclaration(member));
  if (call !== undefined && declared.members.length === 1) {
    return [{ ...nodes.doclet('callback', name, declared), rows: parametersOf(call.parameters, nodes) }];
  }
  const members = nodes.withBases(declared);
  const rows = rowsOf(members, nodes);
  // What has nothing but methods is an interface of code, not of data.
  if (rows.length === 0 && members.some((member) => ts.isMethodSignature(member))) return [];
  return [{ ...nodes.doclet('typedef', name, declared), type: 'object', rows }];
}

function aliasOf(declared: tsTypes.TypeAliasDeclaration, name: string, nodes: Nodes): Doclet[] {
  const { ts } = nodes;
  const doclet = nodes.doclet('typedef', name, declared);
  if (ts.isFunctionTypeNode(declared.type)) {
    return [{ ...doclet, kind: 'callback', rows: parametersOf(declared.type.parameters, nodes) }];
  }
  const members = nodes.membersOf(declared.type);
  if (members !== undefined) return [{ ...doclet, type: 'object', rows: rowsOf(members, nodes) }];
  return [{ ...doclet, type: nodes.typeText(declared.type) }];
}

/** What the readers of declarations need to know of syntax nodes: lines, words, types as text, members with their bases. */
import type { ts } from 'ts-morph';
import type { Doclet, DocletKind } from '../jsdoc/doclet.ts';
import { paragraphs } from '../jsdoc/doclet.ts';
import { Generics, type Generic } from './generics.ts';

export type { ts } from 'ts-morph';

/** Levels that intersections and bases are followed. */
const maxDepth = 20;

export class Nodes {
  readonly ts: typeof ts;
  readonly file: ts.SourceFile;
  readonly report: (node: ts.Node, problem: string) => void;
  readonly generics: Generics;
  readonly #printer: ts.Printer;
  readonly #declared = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>();

  constructor(compiler: typeof ts, file: ts.SourceFile, report: (node: ts.Node, problem: string) => void) {
    this.ts = compiler;
    this.file = file;
    this.report = report;
    this.#printer = compiler.createPrinter({ removeComments: true });
    const generic: Generic[] = [];
    const names: string[] = [];
    const visit = (node: ts.Node): void => {
      if (compiler.isInterfaceDeclaration(node) || compiler.isTypeAliasDeclaration(node)) {
        names.push(node.name.text);
        if (node.typeParameters === undefined) this.#declared.set(node.name.text, node);
        else generic.push(node);
      } else if (compiler.isModuleDeclaration(node) || compiler.isModuleBlock(node) || node === file) {
        compiler.forEachChild(node, visit);
      }
    };
    visit(file);
    this.generics = new Generics(compiler, generic, names);
  }

  /** 1-based. */
  lineOf(node: ts.Node): number {
    return this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1;
  }

  doclet(kind: DocletKind, name: string, node: ts.Node): Doclet {
    const words = { description: this.description(node), deprecated: this.isDeprecated(node) };
    return { kind, name, owner: '', type: '', ...words, rows: [], examples: [], line: this.lineOf(node) };
  }

  description(node: ts.Node): string {
    const [first] = this.ts.getJSDocCommentsAndTags(node).filter((each) => this.ts.isJSDoc(each));
    return paragraphs(this.ts.getTextOfJSDocComment(first?.comment) ?? '');
  }

  isDeprecated(node: ts.Node): boolean {
    return this.ts.getJSDocDeprecatedTag(node) !== undefined;
  }

  /** The type as text on one line, without comments. */
  typeText(type: ts.TypeNode | undefined): string {
    if (type === undefined) return 'any';
    const print = (each: ts.TypeNode): string =>
      this.#printer.printNode(this.ts.EmitHint.Unspecified, each, this.file).replace(/\s+/g, ' ');
    return print(this.generics.resolve(type, print))
      .replace(/\breadonly (?=[\w[({"'])/g, '')
      .replace(/^\| /, '')
      .replace(/([<(,:|]) \| /g, '$1 ');
  }

  propertyName(name: ts.PropertyName): string | undefined {
    const { ts: compiler } = this;
    if (compiler.isIdentifier(name) || compiler.isStringLiteral(name) || compiler.isNumericLiteral(name))
      return name.text;
    if (compiler.isComputedPropertyName(name) && compiler.isStringLiteralLike(name.expression))
      return name.expression.text;
    return undefined;
  }

  /** Members of an object type, of an intersection of such, or of `Readonly<T>`; undefined for any other type. */
  membersOf(type: ts.TypeNode, open: ReadonlySet<ts.Node> = new Set()): readonly ts.TypeElement[] | undefined {
    const { ts: compiler } = this;
    if (open.has(type) || open.size > maxDepth) return undefined;
    const inner = new Set([...open, type]);
    if (compiler.isParenthesizedTypeNode(type)) return this.membersOf(type.type, inner);
    if (compiler.isTypeLiteralNode(type)) return type.members;
    if (compiler.isIntersectionTypeNode(type)) {
      const parts = type.types.map((part) => this.#membersOfPart(part, inner));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    return undefined;
  }

  #membersOfPart(type: ts.TypeNode, open: ReadonlySet<ts.Node>): readonly ts.TypeElement[] | undefined {
    const { ts: compiler } = this;
    if (!compiler.isTypeReferenceNode(type) || !compiler.isIdentifier(type.typeName)) return this.membersOf(type, open);
    const declared = this.#declared.get(type.typeName.text);
    if (declared === undefined || open.has(declared)) return undefined;
    return compiler.isInterfaceDeclaration(declared)
      ? this.withBases(declared, open)
      : this.membersOf(declared.type, open);
  }

  /** Members of an interface, those of its bases before them; a member of its own replaces that of a base. */
  withBases(declared: ts.InterfaceDeclaration, open: ReadonlySet<ts.Node> = new Set()): readonly ts.TypeElement[] {
    const { ts: compiler } = this;
    const inner = new Set([...open, declared]);
    const bases = (declared.heritageClauses ?? []).flatMap(({ types }) => [...types]);
    const inherited: ts.TypeElement[] = [];
    for (const base of bases) {
      const known = compiler.isIdentifier(base.expression) ? this.#declared.get(base.expression.text) : undefined;
      const members =
        known === undefined || inner.has(known) || inner.size > maxDepth
          ? undefined
          : compiler.isInterfaceDeclaration(known)
            ? this.withBases(known, inner)
            : this.membersOf(known.type, inner);
      if (members === undefined)
        this.report(base, `what it extends, "${base.getText(this.file)}", is not described here`);
      else inherited.push(...members);
    }
    const own = new Set(declared.members.map((member) => this.#nameOf(member)));
    return [...inherited.filter((member) => !own.has(this.#nameOf(member))), ...declared.members];
  }

  #nameOf(member: ts.TypeElement): string | undefined {
    return member.name === undefined ? undefined : this.propertyName(member.name);
  }
}

/** Draws generic types with what they are used with: `Reply<User>` becomes the type `ReplyUser`, with `User` for its `T`. */
import { pascal, unique } from '../events/names.ts';
import type { ts as tsTypes } from 'ts-morph';

export type Generic = tsTypes.InterfaceDeclaration | tsTypes.TypeAliasDeclaration;

/** A generic type with arguments. */
export interface Instance {
  readonly name: string;
  readonly of: Generic;
  /** Texts of its arguments, by the names of its parameters. */
  readonly bound: ReadonlyMap<string, string>;
  /** The one inside of which it was first used; undefined where none was. */
  readonly inside: Instance | undefined;
}

/** Types that are drawn of generic ones, and characters of their arguments. */
const maxInstances = 2000;
const maxText = 200;

export class Generics {
  /** In the order in which they were first used; more may come while they are read. */
  readonly instances: Instance[] = [];
  readonly #ts: typeof tsTypes;
  readonly #declared = new Map<string, Generic>();
  readonly #known = new Map<string, Instance>();
  readonly #names: Set<string>;
  #current: Instance | undefined;

  /** @param names - Of all types that are declared, so that no drawn one takes them. */
  constructor(compiler: typeof tsTypes, declared: readonly Generic[], names: Iterable<string>) {
    this.#ts = compiler;
    this.#names = new Set(names);
    for (const each of declared) this.#declared.set(each.name.text, each);
  }

  /** Those that nothing uses with arguments. */
  unused(): Generic[] {
    const used = new Set(this.instances.map(({ of }) => of));
    return [...this.#declared.values()].filter((each) => !used.has(each));
  }

  /** Runs the work with the parameters of the instance standing for its arguments. */
  within<T>(instance: Instance, work: () => T): T {
    const before = this.#current;
    this.#current = instance;
    try {
      return work();
    } finally {
      this.#current = before;
    }
  }

  /** The type with arguments for parameters, and drawn types for generic ones. @param print - Text of a type. */
  resolve(type: tsTypes.TypeNode, print: (type: tsTypes.TypeNode) => string): tsTypes.TypeNode {
    if (this.#declared.size === 0) return type;
    const { factory, isIdentifier, isTypeNode, isTypeReferenceNode, transform, visitEachChild } = this.#ts;
    const reference = (text: string): tsTypes.TypeNode => {
      const made = factory.createTypeReferenceNode(text);
      return /[|&?]|=>/.test(text) ? factory.createParenthesizedType(made) : made;
    };
    const [resolved] = transform<tsTypes.Node>(type, [
      (context) => {
        const visit = (node: tsTypes.Node): tsTypes.Node => {
          if (!isTypeReferenceNode(node) || !isIdentifier(node.typeName)) return visitEachChild(node, visit, context);
          const name = node.typeName.text;
          const bound = node.typeArguments === undefined ? this.#current?.bound.get(name) : undefined;
          if (bound !== undefined) return reference(bound);
          const generic = this.#declared.get(name);
          const given = (): string[] =>
            (node.typeArguments ?? []).map((each) => print(visit(each) as tsTypes.TypeNode));
          const instance = generic === undefined ? undefined : this.#instanceOf(generic, given(), print);
          return instance === undefined ? visitEachChild(node, visit, context) : reference(instance.name);
        };
        return visit;
      },
    ]).transformed;
    return resolved !== undefined && isTypeNode(resolved) ? resolved : type;
  }

  /** Undefined where an argument is missing, or where there would be no end of them. */
  #instanceOf(
    generic: Generic,
    given: readonly string[],
    print: (type: tsTypes.TypeNode) => string,
  ): Instance | undefined {
    const bound = new Map<string, string>();
    for (const [at, parameter] of (generic.typeParameters ?? []).entries()) {
      const text = given[at] ?? (parameter.default === undefined ? undefined : print(parameter.default));
      if (text === undefined) return undefined;
      bound.set(parameter.name.text, text);
    }
    const texts = [...bound.values()];
    const key = JSON.stringify([generic.name.text, ...texts]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.instances.length >= maxInstances || key.length > maxText || this.#grows(generic, texts)) return undefined;
    const words = texts.map((text) => pascal(text.replaceAll('[]', ' List ').replaceAll('|', ' or ')));
    const name = unique(`${generic.name.text}${words.join('')}`, this.#names);
    const instance = { name, of: generic, bound, inside: this.#current };
    this.#names.add(name);
    this.#known.set(key, instance);
    this.instances.push(instance);
    return instance;
  }

  /** `List<T[]>` inside `List<T>`: each would need a longer one, without end. */
  #grows(generic: Generic, texts: readonly string[]): boolean {
    const { length } = texts.join();
    for (let each = this.#current; each !== undefined; each = each.inside) {
      if (each.of === generic && [...each.bound.values()].join().length < length) return true;
    }
    return false;
  }
}

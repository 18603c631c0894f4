/** Turns names from a spec into identifiers that are valid, free and safe. The only place where an `Identifier` is made. */
import type { Identifier } from '../ir/package-plan.ts';

/**
 * Words that cannot name a binding in a strict module, and globals that generated code itself refers to.
 * Source: ECMA-262, ReservedWord and the strict-mode additions; the second group from the templates.
 */
const taken = new Set(
  (
    'arguments as async await break case catch class const continue debugger default delete do else enum eval export ' +
    'extends false finally for from function get if implements import in instanceof interface let new null of package ' +
    'private protected public return set static super switch this throw true try type typeof undefined var void while ' +
    'with yield any bigint boolean declare never number object string symbol unknown NaN Infinity ' +
    'Array ArrayBuffer BigInt Boolean Buffer DataView Error JSON Map Math Number Object Omit Partial Promise Readonly ' +
    'Record RangeError Set String Symbol SyntaxError TypeError TextDecoder TextEncoder Uint8Array globalThis'
  ).split(' '),
);

/** Longest identifier that is printed as given; a longer one is cut, and made unique by its scope. */
const maxLength = 200;

/**
 * A valid identifier for a name: other characters become `_`, a leading digit gets `_`, a taken word gets `$`.
 * Unicode letters stay as they are (ECMA-262 ID_Start and ID_Continue).
 */
export function identifier(name: string): Identifier {
  const cleaned = name.replace(/[^\p{ID_Continue}$_]/gu, '_').slice(0, maxLength);
  const started = /^[\p{ID_Start}$_]/u.test(cleaned) ? cleaned : `_${cleaned}`;
  return (taken.has(started) ? `${started}$` : started) as Identifier;
}

/** `some_event-name` -> `SomeEventName`; characters that are already upper case stay, and so does `$`, which scopes add. */
export function pascalCase(name: string): string {
  return name.replace(/(^|[^\p{L}\p{N}$]+)(\p{L}|\p{N})?/gu, (_, __, first: string | undefined) =>
    (first ?? '').toUpperCase(),
  );
}

/** `some_name` -> `someName`, as protobuf derives JSON names. Source: protobuf.dev/programming-guides/json. */
export function camelCase(name: string): string {
  return name.replace(/_+([^_]?)/g, (_, next: string) => next.toUpperCase());
}

/** The names of one module, or of one interface. Hands out each at most once. */
export class Scope {
  readonly #used = new Set<string>();

  /**
   * Claims a whole family of names made from one base, so that `Foo`, `encodeFoo` and `FooJson` stay together.
   * @param name - Name in the spec.
   * @param family - From the base to every name of the family; the default is the base alone.
   * @returns The base: as given if the family is free, else with `$` appended until it is.
   */
  claim(name: string, family: (base: string) => readonly string[] = (base) => [base]): Identifier {
    let base = identifier(name);
    while (family(base).some((member) => this.#used.has(member))) base = `${base}$` as Identifier;
    for (const member of family(base)) this.#used.add(member);
    return base;
  }

  /** Claims a path as it stands, case folded; false when it is taken. */
  claimFolded(path: string): boolean {
    const folded = path.toLowerCase();
    if (this.#used.has(folded)) return false;
    this.#used.add(folded);
    return true;
  }

  /** A scope of its own in which the same names are taken. */
  fork(): Scope {
    return new Scope().reserve(this.#used);
  }

  /** Marks names as used that the templates print by themselves. */
  reserve(names: Iterable<string>): this {
    for (const name of names) this.#used.add(name);
    return this;
  }
}

/** Names that Windows keeps for devices, whatever ending follows (learn.microsoft.com, Naming Files, Paths, and Namespaces). */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** A part of a path that names a file on Windows too: `con.proto` becomes `con_.proto`. */
export const notDevice = (segment: string): string => segment.replace(device, '$1_');

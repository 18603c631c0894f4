/** Takes JavaScript, gives it with a switch around every number, which makes it one more when its mutant is active. */
import { parse, type Node } from 'acorn';
import { ancestor } from 'acorn-walk';
import { MagicString } from 'magic-string';

/** A number that can be made another. */
export interface NumberMutant {
  /** Its name in the switch. */
  readonly id: string;
  readonly line: number;
  readonly original: string;
  readonly replacement: string;
}

/** What the switch is called in mutated code. It comes from a module of its own, so that nobody mutates it. */
const helper = 'otherNumber_';

/** The module of the switch: counts a hit, and asks for the active mutant, as the switches of the instrumenter do. */
export const numberSwitch = `export function ${helper}(id, value) {
  const ns = (globalThis.__stryker__ ??= {});
  if (ns.activeMutant === id) {
    if (ns.hitCount !== undefined && ++ns.hitCount > ns.hitLimit) throw new Error('Hit count limit reached');
    return typeof value === 'bigint' ? value + 1n : value + 1;
  }
  const all = (ns.mutantCoverage ??= { static: {}, perTest: {} });
  const covered = ns.currentTestId ? (all.perTest[ns.currentTestId] ??= {}) : all.static;
  covered[id] = 1;
  return value;
}
`;

/**
 * @param prefix - Put before each id, so that ids of several files differ.
 * @param module - Where the code finds the switch.
 */
export function withOtherNumbers(
  source: string,
  { prefix, module }: { readonly prefix: string; readonly module: string },
): { readonly code: string; readonly mutants: readonly NumberMutant[] } {
  const text = new MagicString(source);
  const mutants: NumberMutant[] = [];
  const tree = parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  ancestor(tree, {
    Literal(node, _, ancestors) {
      if (typeof node.value !== 'number' && typeof node.value !== 'bigint') return;
      const parent = ancestors.at(-2);
      if (parent !== undefined && isKey(parent, node)) return;
      const id = `${prefix}${mutants.length}`;
      const original = source.slice(node.start, node.end);
      mutants.push({ id, line: node.loc?.start.line ?? 0, original, replacement: `${original} + 1` });
      text.overwrite(node.start, node.end, `${helper}(${JSON.stringify(id)}, ${original})`);
    },
  });
  return {
    code: mutants.length === 0 ? source : `import { ${helper} } from '${module}';\n${text.toString()}`,
    mutants,
  };
}

/** Names of properties are no values. */
const isKey = (parent: Node, node: Node): boolean =>
  'key' in parent && parent.key === node && !('computed' in parent && parent.computed === true);

/** Plans the index: it passes on every module; modules whose names clash become namespaces. */
import type { Identifier, ModuleView } from '../../ir/package-plan.ts';
import { enumFamily } from '../enum.ts';
import { messageFamily } from '../message/family.ts';
import { identifier, Scope } from '../names.ts';
import type { PlannedModule, Symbols } from '../symbols.ts';
import { comment } from '../text.ts';

export function planIndex(symbols: Symbols): ModuleView {
  const owners = new Map<string, Set<string>>();
  for (const module of symbols.modules) {
    for (const name of protoNames(module, symbols)) owners.set(name, (owners.get(name) ?? new Set()).add(module.path));
  }
  const clashing = new Set([...owners.values()].filter((paths) => paths.size > 1).flatMap((paths) => [...paths]));
  const scope = new Scope();
  return {
    path: 'index',
    source: 'all its sources',
    doc: comment('Everything that the package exports.'),
    imports: [],
    items: symbols.modules.map(({ path }) => ({
      kind: 'reexport',
      from: path,
      as: clashing.has(path) ? scope.claim(identifier(path.replaceAll('/', '_'))) : ('' as Identifier | ''),
    })),
    sources: new Map(),
  };
}

function protoNames({ holds }: PlannedModule, symbols: Symbols): readonly string[] {
  if (holds.kind === 'event-spec') return [];
  return [
    ...holds.enums.flatMap((node) => enumFamily(symbols.proto(node.fullName).name)),
    ...holds.messages.flatMap((node) => messageFamily(symbols.proto(node.fullName).name)),
  ];
}

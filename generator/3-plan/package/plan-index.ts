/** Plans the index: it passes on every module; modules whose names clash become namespaces. Errors and issues come with it. */
import type { Identifier, ModuleView } from '../../ir/package-plan.ts';
import type { Message } from '../../ir/protocol.ts';
import type { ReexportView } from '../../ir/view/reexport-view.ts';
import { enumFamily } from '../enum.ts';
import { eventFamily, specFamily } from '../event/family.ts';
import { messageFamily } from '../message/family.ts';
import { identifier, Scope } from '../names.ts';
import type { PlannedModule, Symbols } from '../symbols.ts';
import { comment } from '../text.ts';

/** What generated functions throw and return, which callers need by name. */
const runtimeErrors = { messages: ['EncodeError', 'JsonError', 'WireError'], specs: ['JsonError'] } as const;

/** What callers use extensions with. */
const extensionFunctions = ['clearExtension', 'getExtension', 'hasExtension', 'setExtension'];

export function planIndex(symbols: Symbols): ModuleView {
  const clashing = clashingModules(symbols);
  const names = new Set(symbols.modules.flatMap((module) => [...exportedNames(module, symbols)]));
  const scope = new Scope().reserve(names);
  const modules = symbols.modules.map(({ path }): ReexportView => ({
    ...plain(path),
    as: clashing.has(path) ? scope.claim(identifier(path.replaceAll('/', '_'))) : '',
  }));
  return {
    path: 'index',
    source: 'all its sources',
    doc: comment('Everything that the package exports.'),
    imports: [],
    items: [...modules, ...runtimeExports(symbols, names)],
    sources: new Map(),
  };
}

/** Paths of the modules that share a name with another: in the index, each is a namespace. */
export function clashingModules(symbols: Symbols): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const module of symbols.modules) {
    for (const name of exportedNames(module, symbols)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(module.path));
    }
  }
  return new Set([...owners.values()].filter((paths) => paths.size > 1).flatMap((paths) => [...paths]));
}

const plain = (from: string): ReexportView => ({ kind: 'reexport', from, as: '', values: [], types: [] });

function runtimeExports({ modules, extensions }: Symbols, names: ReadonlySet<string>): ReexportView[] {
  const hasMessages = modules.some(({ holds }) => holds.kind === 'proto-file' && holds.messages.length > 0);
  const hasTypes = modules.some(
    ({ holds }) => holds.kind === 'event-spec' && holds.types.length + holds.events.length > 0,
  );
  if (!hasMessages && !hasTypes) return [];
  const free = (list: readonly string[]): Identifier[] =>
    list.filter((name) => !names.has(name)).map((name) => identifier(name));
  const hasExtensions = modules.some(({ holds }) => holds.kind === 'proto-file' && extensions(holds).length > 0);
  const exported: ReexportView[] = [
    { ...plain('runtime/errors'), values: free(hasMessages ? runtimeErrors.messages : runtimeErrors.specs) },
    { ...plain('runtime/validation'), types: free(['Issue', 'IssueCode']) },
    ...(hasExtensions
      ? [{ ...plain('runtime/extension'), values: free(extensionFunctions), types: free(['Extension']) }]
      : []),
  ];
  if (modules.some(({ holds }) => holds.kind === 'proto-file' && holds.messages.some(hasMap))) {
    exported.push({ ...plain('runtime/sorted-keys'), values: free(['sortedKeys']) });
  }
  return exported.filter(({ values, types }) => values.length + types.length > 0);
}

const hasMap = ({ fields }: Message): boolean => fields.some(({ shape }) => shape.kind === 'map');

function exportedNames({ holds }: PlannedModule, symbols: Symbols): readonly string[] {
  if (holds.kind === 'event-spec') {
    const named = (node: { readonly name: string }): string => symbols.spec(holds.name, node.name).name;
    return [
      ...holds.enums.flatMap((node) => enumFamily(named(node))),
      ...holds.types.flatMap((node) => specFamily(named(node))),
      ...holds.callbacks.map(named),
      ...(holds.events.length === 0 ? [] : eventFamily(symbols.events(holds.name).name)),
    ];
  }
  return [
    ...holds.enums.flatMap((node) => enumFamily(symbols.proto(node.fullName).name)),
    ...holds.messages.flatMap((node) => messageFamily(symbols.proto(node.fullName).name)),
    ...symbols.extensions(holds).map(({ name }) => name),
  ];
}

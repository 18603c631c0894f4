/** Stage 3: a protocol in, every file of its package decided: names, imports, views. */
import type { Result } from '../../diagnostics/diagnostic.ts';
import type { ItemView, ModuleView, PackagePlan, PlannedFile } from '../ir/package-plan.ts';
import type { Protocol } from '../ir/protocol.ts';
import type { PlanContext } from './context.ts';
import { planEnum } from './enum.ts';
import { planSpec } from './event/plan-spec.ts';
import type { PlanOptions } from './options.ts';
import { planMessage } from './message/plan-message.ts';
import { planIndex } from './package/plan-index.ts';
import { planPackageFiles } from './package/plan-package-files.ts';
import { assignSymbols, Imports, type PlannedModule, type Symbols } from './symbols.ts';
import { comment } from './text.ts';

export function plan(protocol: Protocol, options: PlanOptions): Result<PackagePlan> {
  const symbols = assignSymbols(protocol);
  const modules: PlannedFile[] = symbols.modules.map((module) => ({
    kind: 'module',
    path: module.path,
    view: planModule(module, protocol, symbols),
  }));
  const files = [
    ...modules,
    { kind: 'module', path: 'index', view: planIndex(symbols) } as const,
    ...planPackageFiles(protocol, symbols, options),
  ];
  return { value: { name: options.packageName, files }, diagnostics: [] };
}

function planModule({ path, holds, scope }: PlannedModule, protocol: Protocol, symbols: Symbols): ModuleView {
  const context: PlanContext = {
    protocol,
    symbols,
    scope,
    imports: new Imports(path, scope),
    messages: new Map(protocol.files.flatMap((file) => file.messages.map((node) => [node.fullName, node]))),
    enums: new Map(protocol.files.flatMap((file) => file.enums.map((node) => [node.fullName, node]))),
  };
  const items: readonly ItemView[] =
    holds.kind === 'proto-file'
      ? [
          ...holds.enums.map((node) => planEnum(node, symbols.proto(node.fullName).name)),
          ...holds.messages.map((node) => planMessage(node, context)),
        ]
      : [
          ...holds.enums.map((node) => planEnum(node, symbols.spec(holds.name, node.name).name)),
          ...planSpec(holds, context),
        ];
  return {
    path,
    source: holds.path,
    doc: comment(holds.kind === 'proto-file' ? holds.comment : holds.description),
    imports: context.imports.list(),
    items,
    sources: new Map([[holds.origin.file, holds.text]]),
  };
}

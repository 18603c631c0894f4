/** Stage 3: a protocol in, every file of its package decided: names, imports, views. */
import type { Result } from '../../diagnostics/diagnostic.ts';
import type { ItemView, ModuleView, PackagePlan, PlannedFile } from '../ir/package-plan.ts';
import type { Protocol } from '../ir/protocol.ts';
import type { PlanContext } from './context.ts';
import { planEnum } from './enum.ts';
import { planSpec } from './event/plan-spec.ts';
import type { PlanOptions } from './options.ts';
import { messagesOf } from './message/extension-names.ts';
import { planExtension } from './message/plan-extension.ts';
import { unboundedMessages } from './message/nesting.ts';
import { planMessage } from './message/plan-message.ts';
import { planIndex } from './package/plan-index.ts';
import { planPackageFiles } from './package/plan-package-files.ts';
import { assignSymbols, Imports, type PlannedModule } from './symbols.ts';
import { comment, commentLine } from './text.ts';

export async function plan(protocol: Protocol, options: PlanOptions): Promise<Result<PackagePlan>> {
  const symbols = assignSymbols(protocol);
  const messages = messagesOf(protocol);
  const enums = new Map(protocol.files.flatMap((file) => file.enums.map((node) => [node.fullName, node])));
  const shared = { protocol, symbols, messages, enums, unbounded: unboundedMessages(messages) };
  const modules: PlannedFile[] = symbols.modules.map((module) => ({
    kind: 'module',
    path: module.path,
    // Views take several times the room of what is rendered from them, so each is there while somebody looks at it.
    get view() {
      return planModule(module, shared);
    },
  }));
  const files = [
    ...modules,
    { kind: 'module', path: 'index', view: planIndex(symbols) } as const,
    ...(await planPackageFiles(protocol, symbols, options)),
  ];
  return { value: { name: options.packageName, files }, diagnostics: [] };
}

/** The same view each time. */
function planModule(module: PlannedModule, shared: Omit<PlanContext, 'scope' | 'imports'>): ModuleView {
  const { symbols } = shared;
  const { path, holds } = module;
  const scope = module.scope.fork();
  const context: PlanContext = { ...shared, scope, imports: new Imports(path, scope) };
  const items: readonly ItemView[] =
    holds.kind === 'proto-file'
      ? [
          ...holds.enums.map((node) => planEnum(node, symbols.proto(node.fullName).name)),
          ...holds.messages.map((node) => planMessage(node, context)),
          ...holds.extensions.map((node) => planExtension(node, context)),
        ]
      : [
          ...holds.enums.map((node) => planEnum(node, symbols.spec(holds.name, node.name).name)),
          ...planSpec(holds, context),
        ];
  return {
    path,
    source: commentLine(holds.path),
    doc: comment(holds.kind === 'proto-file' ? holds.comment : holds.description),
    imports: context.imports.list(),
    items,
    sources: new Map([[holds.origin.file, holds.text]]),
  };
}

/** Stage 4: a package plan in, `{path, text}` out. Pure: templates and runtime library are handed in. */
import type { Result } from '../../diagnostics/diagnostic.ts';
import type { ModuleCache, RenderedModule } from '../ir/module-cache.ts';
import type { ModuleView, PackagePlan, PlannedFile, RenderedFile } from '../ir/package-plan.ts';
import { createEngine, type Engine, type Templates } from './engine.ts';
import { tidy } from './marks.ts';
import { renderModule } from './module.ts';
import { closure, describeRuntimeModule, type RuntimeLibrary } from './runtime-library.ts';
import type { Variant } from './variant.ts';

export interface RenderOptions {
  readonly templates: Templates;
  /** Texts of the runtime modules by name, then by ending. */
  readonly runtime: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Version of wiremark, for headers. */
  readonly version: string;
  /** `js`: `.js`, `.d.ts` and source maps. `ts`: `.ts` alone. */
  readonly emit: 'js' | 'ts';
  /** Modules rendered earlier. Default: all are rendered anew. */
  readonly reuse?: ModuleCache | undefined;
}

/** Renders every planned file, and adds the runtime modules that the result imports. Sorted by path. */
export async function render(plan: PackagePlan, options: RenderOptions): Promise<Result<readonly RenderedFile[]>> {
  const engine = await createEngine(options.templates);
  const library: RuntimeLibrary = new Map(
    [...options.runtime].map(([name, texts]) => [name, describeRuntimeModule(texts)]),
  );
  const tools = { runtime: library, version: options.version };
  const variants: readonly Variant[] = options.emit === 'ts' ? ['ts'] : ['js', 'dts'];
  const files: RenderedFile[] = [];
  const runtime = new Set<string>();
  for (const planned of plan.files) {
    if (planned.kind !== 'module') {
      files.push(renderFile(planned, engine));
      continue;
    }
    const renderIt = (): RenderedModule => renderVariants(planned.view, variants, { ...tools, engine });
    const rendered = (await options.reuse?.take(planned.view, renderIt)) ?? renderIt();
    files.push(...rendered.files);
    for (const module of rendered.runtime) runtime.add(module);
  }
  const texts = options.emit === 'ts' ? ['.ts'] : ['.js', '.js.map', '.d.ts'];
  for (const module of closure(library, runtime)) {
    for (const ending of texts) {
      files.push({ path: `lib/runtime/${module}${ending}`, text: library.get(module)!.texts[ending]! });
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { value: files, diagnostics: [] };
}

/** A module in all its forms. */
function renderVariants(
  view: ModuleView,
  variants: readonly Variant[],
  tools: Parameters<typeof renderModule>[2],
): RenderedModule {
  const forms = variants.map((variant) => renderModule(view, variant, tools));
  return { files: forms.flatMap((form) => form.files), runtime: forms.flatMap((form) => form.runtime) };
}

function renderFile(planned: Exclude<PlannedFile, { kind: 'module' }>, engine: Engine): RenderedFile {
  switch (planned.kind) {
    case 'json':
      return { path: planned.path, text: `${JSON.stringify(planned.value, undefined, 2)}\n` };
    case 'verbatim':
      return { path: planned.path, text: planned.text };
    case 'text': {
      const context = { variant: 'ts' as const, used: new Set<string>(), origins: [], codes: [] };
      return { path: planned.path, text: tidy(engine.render(planned.template, planned.view, context)) };
    }
    default:
      return planned satisfies never;
  }
}

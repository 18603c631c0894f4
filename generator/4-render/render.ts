/** Stage 4: a package plan in, `{path, text}` out. Pure: templates and runtime library are handed in. */
import type { Diagnostic, Result } from '../../diagnostics/diagnostic.ts';
import type { ModuleCache, RenderedModule } from '../ir/module-cache.ts';
import type { ModuleView, PackagePlan, PlannedFile, RenderedFile } from '../ir/package-plan.ts';
import type { OwnTemplate } from '../ir/plugin.ts';
import { blame } from './blame.ts';
import { createEngine, type Engine, type Templates } from './engine.ts';
import { tidy } from './marks.ts';
import { renderModule } from './module.ts';
import { closure, describeRuntimeModule, type RuntimeLibrary } from './runtime-library.ts';
import type { Variant } from './variant.ts';

export interface RenderOptions {
  readonly templates: Templates;
  /** Templates of the package's own, which take the place of those of the same name. Default none. */
  readonly own?: ReadonlyMap<string, OwnTemplate> | undefined;
  /** Texts of the runtime modules by name, then by ending. */
  readonly runtime: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Version of wiremark, for headers. */
  readonly version: string;
  /** `js`: `.js`, `.d.ts` and source maps. `ts`: `.ts` alone. */
  readonly emit: 'js' | 'ts';
  /** Modules rendered earlier. Default: all are rendered anew. */
  readonly reuse?: ModuleCache | undefined;
}

/**
 * Renders every planned file, and adds the runtime modules that the result imports. Sorted by path.
 * @returns Diagnostics: WM4005 for each of the package's own templates that cannot be rendered.
 */
export async function render(plan: PackagePlan, options: RenderOptions): Promise<Result<readonly RenderedFile[]>> {
  const library: RuntimeLibrary = new Map(
    [...options.runtime].map(([name, texts]) => [name, describeRuntimeModule(texts)]),
  );
  const own = options.own ?? new Map<string, OwnTemplate>();
  const templates = new Map([...options.templates, ...[...own].map(([name, { text }]) => [name, text] as const)]);
  const hasRuntimeName = (name: string): boolean => [...library.values()].some((module) => module.exports.has(name));
  const engine = await createEngine(templates, own.size > 0 ? { hasRuntimeName } : undefined);
  const tools = { runtime: library, version: options.version };
  const variants: readonly Variant[] = options.emit === 'ts' ? ['ts'] : ['js', 'dts'];
  const files: RenderedFile[] = [];
  const runtime = new Set<string>();
  // One faulty template spoils many files in the same way, and is told of once.
  const faults = new Map<string, Diagnostic>();
  for (const planned of plan.files) {
    try {
      if (planned.kind !== 'module') {
        files.push(renderFile(planned, engine));
        continue;
      }
      const { view } = planned;
      const renderIt = (): RenderedModule => renderVariants(view, variants, { ...tools, engine });
      const rendered = (await options.reuse?.take(view, renderIt)) ?? renderIt();
      files.push(...rendered.files);
      for (const module of rendered.runtime) runtime.add(module);
    } catch (error) {
      const fault = blame(error, own);
      if (fault === undefined) throw error;
      faults.set(`${fault.place?.file} ${fault.message}`, fault);
    }
  }
  const texts = options.emit === 'ts' ? ['.ts'] : ['.js', '.js.map', '.d.ts'];
  for (const module of closure(library, runtime)) {
    for (const ending of texts) {
      files.push({ path: `lib/runtime/${module}${ending}`, text: library.get(module)!.texts[ending]! });
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { value: files, diagnostics: [...faults.values()] };
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

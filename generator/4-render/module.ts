/** Renders one code module in one form: items first, then the imports that they turned out to need. */
import type { RenderedModule } from '../ir/module-cache.ts';
import type { ModuleView } from '../ir/package-plan.ts';
import type { Engine, RenderContext } from './engine.ts';
import { maxWidth } from './layout.ts';
import { mentionedIn } from './mentions.ts';
import { takeMarks, tidy } from './marks.ts';
import { wrapSignatures } from './signatures.ts';
import { runtimeImports, type RuntimeLibrary } from './runtime-library.ts';
import { endings, type Variant } from './variant.ts';

/**
 * @param view - The module.
 * @param variant - Which form.
 * @param tools - Engine, runtime library, and the version that the header names.
 */
export function renderModule(
  view: ModuleView,
  variant: Variant,
  tools: { readonly engine: Engine; readonly runtime: RuntimeLibrary; readonly version: string },
): RenderedModule {
  const context: RenderContext = { variant, used: new Set(), origins: [], codes: [] };
  const body = view.items.map((item) => tools.engine.render(item.kind, item, context)).join('\n\n');
  const runtime = runtimeImports(tools.runtime, context.used);
  const locals = new Set(view.imports.flatMap(({ names }) => names.map(({ local }) => local as string)));
  const mentioned = mentionedIn(body, locals);
  const used = ({ local }: { readonly local: string }): boolean => mentioned.has(local);
  const root = '../'.repeat(view.path.split('/').length - 1) || './';
  const head = tools.engine.render(
    'module',
    {
      ...view,
      version: tools.version,
      imports: [
        ...runtime.map(({ module, names }) => importView(`${root}runtime/${module}.js`, names, variant)),
        ...view.imports.map(({ from, names }) =>
          importView(`${root}${from}.js`, names.filter(used).map(renamed), variant),
        ),
      ].filter((line) => line !== ''),
    },
    context,
  );
  const path = `lib/${view.path}${endings[variant]}`;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const { text, map } = takeMarks(wrapSignatures(tidy(`${head}\n${body}\n`)), {
    file,
    origins: context.origins,
    sources: view.sources,
  });
  const needed = [...runtime.map(({ module }) => module), ...passedOn(view)];
  if (variant === 'ts') return { files: [{ path, text }], runtime: needed };
  return {
    files: [
      { path, text: `${text}//# sourceMappingURL=${file}.map\n` },
      { path: `${path}.map`, text: `${map}\n` },
    ],
    runtime: needed,
  };
}

/** Runtime modules that the module exports anew. */
function passedOn({ items }: ModuleView): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'reexport' && item.from.startsWith('runtime/') ? item.from.slice('runtime/'.length) : [],
  );
}

interface ImportedName {
  readonly name: string;
  readonly type: boolean;
}

function renamed({ name, local, type }: { name: string; local: string; type: boolean }): ImportedName {
  return { name: name === local ? name : `${name} as ${local}`, type };
}

/** An import statement; `''` when nothing of it exists in this form. Values are not imported by declarations alone. */
function importView(from: string, names: readonly ImportedName[], variant: Variant): string {
  const kept = names.filter((name) => variant !== 'js' || !name.type);
  if (kept.length === 0) return '';
  const allTypes = kept.every((name) => name.type) || variant === 'dts';
  const list = kept.map((name) => (name.type && !allTypes ? `type ${name.name}` : name.name));
  const [open, close] = [`import ${allTypes ? 'type ' : ''}{`, `} from '${from}';`];
  const line = `${open} ${list.join(', ')} ${close}`;
  return line.length <= maxWidth ? line : [open, ...list.map((name) => `  ${name},`), close].join('\n');
}

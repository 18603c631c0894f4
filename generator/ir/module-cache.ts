/** Code modules that need not be rendered again, because their views are what they were. */
import type { ModuleView, RenderedFile } from './package-plan.ts';

export interface RenderedModule {
  readonly files: readonly RenderedFile[];
  /** Runtime modules it imports. */
  readonly runtime: readonly string[];
}

export interface ModuleCache {
  /** The module as it was rendered from this very view, or as `render` gives it. */
  take(view: ModuleView, render: () => RenderedModule): Promise<RenderedModule>;
}

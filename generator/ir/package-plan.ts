/**
 * Stage 3's result: which files a package has and the views they are rendered from. Views are plain total objects: no
 * optional property, no decision left to a template. All text from outside is an `Identifier`, a `Literal` or a `Comment`.
 */
import type { Comment, Identifier, Literal } from './printable.ts';
import type { EventSpecViews } from './view/event-view.ts';
import type { EmitterView } from './view/emitter-view.ts';
import type { EnumView } from './view/enum-view.ts';
import type { ExtensionView } from './view/extension-view.ts';
import type { MessageView } from './view/message-view.ts';
import type { ReexportView } from './view/reexport-view.ts';
import type { ArbitrariesView } from './view/arbitraries-view.ts';
import type { ValidatorsView } from './view/validators-view.ts';

export interface PackagePlan {
  /** npm name, e.g. `@wiremark/floo`. */
  readonly name: string;
  /** Files in the order of their paths. Paths are relative to the package, `/`-separated, safe. */
  readonly files: readonly PlannedFile[];
}

export type PlannedFile =
  /** A code module: `path` without ending; rendered to `.js` + `.d.ts` + maps, or to `.ts`. */
  | { readonly kind: 'module'; readonly path: string; readonly view: ModuleView }
  /** A text rendered from a template. */
  | { readonly kind: 'text'; readonly path: string; readonly template: string; readonly view: object }
  /** A JSON document; written with sorted or given key order and a final newline. */
  | { readonly kind: 'json'; readonly path: string; readonly value: unknown }
  /** A file taken unchanged from `templates/`, such as a spec source. */
  | { readonly kind: 'verbatim'; readonly path: string; readonly text: string };

/** One module per source file, plus the index, validators and arbitraries. */
export interface ModuleView {
  /** Path without ending, relative to the package's `lib/`; import paths are computed from it. */
  readonly path: string;
  /** The source it was generated from, as the header names it. */
  readonly source: string;
  readonly doc: Comment;
  /** Imports of other generated modules. Runtime imports are collected while rendering, by the `use` helper. */
  readonly imports: readonly ModuleImport[];
  /** In the order in which they are printed. */
  readonly items: readonly ItemView[];
  /** Source texts by file, for source maps. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface ModuleImport {
  /** Path of the other module, relative to `lib/`, without ending. */
  readonly from: string;
  readonly names: readonly { readonly name: Identifier; readonly local: Identifier; readonly type: boolean }[];
}

export type { Comment, Identifier, Literal };

export type ItemView =
  | EnumView
  | MessageView
  | ExtensionView
  | EventSpecViews
  | EmitterView
  | ReexportView
  | ValidatorsView
  | ArbitrariesView;

/** Stage 4's result. */
export interface RenderedFile {
  /** Relative to the package's folder. */
  readonly path: string;
  readonly text: string;
}

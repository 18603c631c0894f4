/** Which files a file may take names from: itself, its imports, and what those import publicly. */
import type { ImportDecl, ProtoSource } from '../../ir/proto-source.ts';

export class Files {
  readonly byPath: ReadonlyMap<string, ProtoSource>;
  readonly #published = new Map<string, ReadonlySet<string>>();

  constructor(sources: readonly ProtoSource[]) {
    this.byPath = new Map(sources.map((source) => [source.path, source]));
  }

  /** The file and what it imports publicly, transitively. */
  published(path: string): ReadonlySet<string> {
    const known = this.#published.get(path);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const queue = [path];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      for (const each of this.byPath.get(next)?.imports ?? []) {
        if (each.mode === 'public' && each.resolved !== undefined) queue.push(each.resolved);
      }
    }
    this.#published.set(path, seen);
    return seen;
  }

  /** All that is visible in a file. Names from `import option` files serve in options only. */
  visible(source: ProtoSource, forOptions: boolean): ReadonlySet<string> {
    const visible = new Set([source.path]);
    for (const each of source.imports) {
      if (each.resolved === undefined || (each.mode === 'option' && !forOptions)) continue;
      for (const path of this.published(each.resolved)) visible.add(path);
    }
    return visible;
  }

  /** The imports of a file by which another file is seen. */
  importsLeadingTo(source: ProtoSource, path: string): readonly ImportDecl[] {
    return source.imports.filter((each) => each.resolved !== undefined && this.published(each.resolved).has(path));
  }
}

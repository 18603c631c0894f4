/** Gives every section of a page its name within its package, from its heading and its anchor. */
import type { Section } from './sections.ts';

export interface NamedSection extends Section {
  /** Without the package, nested types as `Outer.Inner`. */
  readonly name: string;
  /** Undefined where no anchor says it. */
  readonly package: string | undefined;
  /** Whether the heading can be the name of a declaration. */
  readonly isDeclaration: boolean;
}

/** Full names by the anchors that lead to them, with every sign but letters, digits and `_` made a hyphen. */
export type AnchorIndex = ReadonlyMap<string, string>;

const names = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** An anchor as protoc-gen-doc has written it through its versions: with `.`, with `-`. */
export const anchorKey = (anchor: string): string => anchor.replace(/[^\w]/g, '-').toLowerCase();

export function nameSections(sections: readonly Section[]): {
  readonly named: readonly NamedSection[];
  readonly index: AnchorIndex;
} {
  const index = new Map<string, string>();
  const drafts = sections.map((section) => {
    const isDeclaration = names.test(section.title);
    const full = isDeclaration ? fullName(section) : undefined;
    if (full !== undefined) index.set(anchorKey(full), full);
    return { section, isDeclaration, full };
  });
  const declared = new Set(index.values());
  const named = drafts.map(({ section, isDeclaration, full }): NamedSection => {
    let name = section.title;
    let scope =
      full === undefined || full === name ? (full === undefined ? undefined : '') : full.slice(0, -name.length - 1);
    // A template may head a nested type with its last name alone: then what is before it is a message, not a package.
    while (scope !== undefined && scope !== '' && declared.has(scope)) {
      const dot = scope.lastIndexOf('.');
      name = `${scope.slice(dot + 1)}.${name}`;
      scope = dot < 0 ? '' : scope.slice(0, dot);
    }
    return { ...section, name, package: scope, isDeclaration };
  });
  return { named, index };
}

/** The anchor with dots, where it ends in the heading; packages have no hyphens, so nothing is lost. */
function fullName({ anchor, title }: Section): string | undefined {
  if (anchor === '') return undefined;
  const dotted = anchor.replace(/-/g, '.');
  if (dotted === title || dotted.endsWith(`.${title}`)) return dotted;
  // Some tools write anchors in lower case.
  const lower = title.toLowerCase();
  if (dotted === lower) return title;
  return dotted.endsWith(`.${lower}`) ? dotted.slice(0, -lower.length) + title : undefined;
}

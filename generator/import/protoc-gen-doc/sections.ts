/** Cuts a Markdown page of protoc-gen-doc into sections: heading, anchor, words, tables; whatever its template. */
import { plainText } from '../markdown/text.ts';
import { isDashes, readTable, type Table } from '../markdown/cells.ts';

export interface Section {
  readonly title: string;
  /** Number of `#`. */
  readonly level: number;
  /** Name of the nearest anchor before or in the heading; `''` when there is none. */
  readonly anchor: string;
  /** 1-based. */
  readonly line: number;
  readonly description: string;
  readonly tables: readonly (Table & { readonly line: number })[];
}

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const anchors = /<a\s+(?:name|id)="([^"]*)"\s*(?:\/>|>\s*<\/a>|>)/gi;

/**
 * A heading opens a section when an anchor goes with it; where the page has no anchors at all, every heading does. Headings
 * without one are words of a description, save those that a template writes (`Table of Contents` and its like).
 */
export function sectionsOf(lines: readonly string[]): Section[] {
  const anchored = lines.some((line) => line.includes('<a name=') || line.includes('<a id='));
  const sections: Open[] = [];
  let anchor = '';
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      // A fence that never ends is no fence: descriptions hold all kinds of text.
      fence = fence === undefined && closes(lines, at, mark) ? mark : undefined;
    }
    const found = fence === undefined ? heading.exec(line) : null;
    const here = fence === undefined && !line.trimStart().startsWith('|') ? [...line.matchAll(anchors)] : [];
    if (here.length > 0) anchor = here[0]![1]!;
    const title = found === null ? '' : plainText(found[2]!.replace(anchors, ''));
    if (found !== null && sections.length > 0 && partHeadings.test(title)) continue;
    if (found !== null && (anchor !== '' || !anchored || isTemplateHeading(title))) {
      sections.push({ title, level: found[1]!.length, anchor, line: at + 1, words: [], tables: [] });
      anchor = '';
      continue;
    }
    const open = sections.at(-1);
    if (open === undefined || here.length > 0) continue;
    if (fence === undefined && line.includes('|') && isDashes(lines[at + 1] ?? '')) {
      const table = readTable(lines, at);
      open.tables.push({ ...table, line: at + 1 });
      at = table.end - 1;
    } else if (open.tables.length === 0) {
      // What an anchor hangs over a description belongs to the template, such as the way back to the top.
      if (!line.startsWith('<p align="right"')) open.words.push(line);
    }
  }
  return sections.map(({ words, ...section }) => ({ ...section, description: plainText(words.join('\n')) }));
}

interface Open extends Omit<Section, 'description' | 'tables'> {
  readonly words: string[];
  readonly tables: (Table & { readonly line: number })[];
}

/** Longest block of code in a description that headings are not looked for in, in lines. */
const maxFence = 200;

function closes(lines: readonly string[], start: number, mark: string): boolean {
  const end = lines.slice(start + 1, start + maxFence).findIndex((line) => line.trimStart().startsWith(mark));
  return end >= 0;
}

/** Headings over a part of what stands before them. */
const partHeadings = /^(methods with http bindings|http bindings|fields|values|methods)$/i;

const templateHeadings =
  /^(table of contents|contents|scalar value types|scalars|(file-level )?extensions|messages?|enums?|services?|top|protocol documentation|api reference|.*\.proto)$/i;

/** Headings that templates write themselves, or that name a file. */
export const isTemplateHeading = (title: string): boolean => templateHeadings.test(title.trim());

/** Words as Markdown, in one page: anchors are written as protoc-gen-doc writes them, so that its readers find their way. */
import type { Markup } from '../../../ir/printable.ts';
import { cellText, codeSpan, paragraphs, prose } from '../readme/markdown.ts';
import type { Ink, Place } from './ink.ts';

export function markdownInk(): Ink {
  const taken = new Map<string, string>();
  // Two names may differ by signs that anchors do not have; the first that is asked for keeps the plain one.
  const anchor = ({ module, id }: Place): Markup => {
    const own = `${module} ${id}`;
    let name = (id === '' ? `${module}-module` : id).replaceAll('/', '_').replace(/[^\w-]/g, '-');
    while ((taken.get(name) ?? own) !== own) name = `${name}-`;
    taken.set(name, own);
    return name as Markup;
  };
  return {
    text: (text) => prose(text) as Markup,
    prose: (text) => paragraphs(text) as Markup,
    cell: (text) => cellText(text) as Markup,
    code: (text) => codeSpan(text) as Markup,
    // Fenced by more backticks than it holds in a row; JSON, which is all that comes here, has its controls escaped.
    block: (text) => {
      const runs = text.match(/`{3,}/g) ?? [];
      const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
      return `${fence}json\n${text.trimEnd()}\n${fence}` as Markup;
    },
    link: (label, place) => `[${prose(label)}](#${anchor(place)})` as Markup,
    external: (label, address) =>
      (/^https:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(address) ? `[${prose(label)}](${address})` : prose(label)) as Markup,
    href: (place) => `#${anchor(place)}` as Markup,
    anchor,
  };
}

/** Words as HTML: whatever a spec holds is text, within elements and within the quotes of attributes. */
import type { Markup } from '../../../ir/printable.ts';
import type { Ink, Place } from './ink.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters are dropped, and so are those that turn the direction of text and lone halves of characters. */
const clean = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  );

/** Text for an element or a quoted attribute. */
export const html = (text: string): Markup => clean(text).replace(/[&<>"']/g, (sign) => entities[sign]!) as Markup;

/** @param root - Path from the document to the folder of the site. */
export function htmlInk(root: string): Ink {
  const href = ({ module, id }: Place): Markup =>
    html(`${root}${pageOf(module)}${id === '' ? '' : `#${encodeURIComponent(clean(id))}`}`);
  return {
    text: (text) => html(text.replace(/\s+/g, ' ').trim()),
    prose: (text) => html(text.trim()),
    cell: (text) => html(text.trim()),
    code: (text) => `<code>${html(text)}</code>` as Markup,
    block: html,
    link: (label, place) => `<a href="${href(place)}">${html(label)}</a>` as Markup,
    external: (label, address) =>
      (/^https:\/\/[^\s"'<>]+$/.test(address)
        ? `<a href="${html(address)}" rel="noreferrer">${html(label)}</a>`
        : html(label)) as Markup,
    href,
    anchor: ({ id }) => html(id),
  };
}

/** Path of a module's page below the site's folder; paths of modules hold nothing that an address would have to encode. */
export const pageOf = (module: string): string => `modules/${module}.html`;

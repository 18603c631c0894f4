/** Tells by its content which kind of document a text is. */
import type { ImportSource } from './source.ts';

/** What `--from` takes. */
export const readers = ['protoc-gen-doc', 'jsdoc', 'declarations'] as const;
export type Reader = (typeof readers)[number];

/** The forms that the readers know. */
export type Form =
  | 'protoc-gen-doc-markdown'
  | 'protoc-gen-doc-json'
  | 'jsdoc-comments'
  | 'jsdoc-markdown'
  | 'jsdoc-text'
  | 'declarations';

/** Signs of each form, in the order in which they are asked: the first that fits decides. */
const signs: readonly { readonly form: Form; readonly reader: Reader; readonly fits: (text: string) => boolean }[] = [
  {
    form: 'protoc-gen-doc-json',
    reader: 'protoc-gen-doc',
    fits: (text) => /^\s*\{/.test(text) && /"files"\s*:\s*\[/.test(text),
  },
  {
    form: 'protoc-gen-doc-markdown',
    reader: 'protoc-gen-doc',
    fits: (text) =>
      /^\|?\s*\.proto type\s*\|/im.test(text) ||
      (/^#{1,6}\s/m.test(text) &&
        /^\|?(?:[^|\n]*\|){0,3}\s*(field|name)\s*\|\s*(type|number|value)\s*\|/im.test(text) &&
        !/\*\*Kind\*\*:/.test(text)),
  },
  {
    form: 'declarations',
    reader: 'declarations',
    fits: (text) =>
      /^\s*(export\s+)?(declare\s+)?(const\s+)?(interface\s+\w+\s*(<|\{|extends)|enum\s+\w+\s*\{|type\s+\w+\s*(<[^=]*)?=)/m.test(
        text,
      ) ||
      /^\s*(export\s+)?declare\s+(const|class|function|namespace|module)\s/m.test(text) ||
      /\}\s+as\s+const\b/.test(text),
  },
  { form: 'jsdoc-markdown', reader: 'jsdoc', fits: (text) => /^\*\*Kind\*\*:? /m.test(text) },
  {
    form: 'jsdoc-comments',
    reader: 'jsdoc',
    fits: (text) => /\/\*\*(?:(?!\*\/)[^])*?@(event|typedef|callback|enum|kind)\b/.test(text),
  },
  {
    form: 'jsdoc-text',
    reader: 'jsdoc',
    fits: (text) => /^\s*Kind: .*\b(event|typedef|enum)\b/m.test(text),
  },
];

/** @param reader - The only reader to be asked, where the user named one. */
export function detect({ text }: ImportSource, reader: Reader | undefined): Form | undefined {
  const open = signs.filter((sign) => reader === undefined || sign.reader === reader);
  return open.find(({ fits }) => fits(text))?.form;
}

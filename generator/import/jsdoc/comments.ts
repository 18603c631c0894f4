/** Reads the JSDoc comments of JavaScript or TypeScript source; the code around them is not looked at. */
import type { Block, Spec } from 'comment-parser';
import type { ImportSource } from '../source.ts';
import {
  lastPart,
  paragraphs,
  type DocExample,
  type Doclet,
  type DocletKind,
  type Doclets,
  type DocRow,
} from './doclet.ts';

export async function readJsdocComments(source: ImportSource): Promise<Doclets> {
  const [{ parse }, { commentsOf }] = await Promise.all([import('comment-parser'), import('./find-comments.ts')]);
  const doclets: Doclet[] = [];
  const generic: Doclet[] = [];
  let owner = '';
  for (const comment of await commentsOf(source)) {
    const [block] = parse(comment.text, { startLine: comment.line, spacing: 'preserve' });
    if (block === undefined) continue;
    const module = valueOf(block, 'module') ?? valueOf(block, 'namespace');
    if (module !== undefined && module !== '') owner = lastPart(module).name;
    const doclet = readBlock(block, { owner, line: comment.line });
    if (doclet === undefined) continue;
    const isGeneric = block.tags.some(({ tag }) => tag === 'template');
    (isGeneric ? generic : doclets).push(doclet);
  }
  const faults = generic.map(({ line, name }) => ({ line, problem: `"${name}" has type parameters` }));
  if (!/@enum\b/.test(source.text)) return { doclets, faults, unread: [] };
  const { enumsOfSource } = await import('./source-enums.ts');
  const drawn = await enumsOfSource(source);
  return { doclets, enums: drawn.enums, faults: [...faults, ...drawn.faults], unread: [] };
}

function valueOf(block: Block, ...tags: readonly string[]): string | undefined {
  const found = block.tags.find(({ tag }) => tags.includes(tag));
  return found === undefined ? undefined : [found.name, found.description].join(' ').trim().split(/\s/)[0]!;
}

function readBlock(block: Block, given: { readonly owner: string; readonly line: number }): Doclet | undefined {
  const head = block.tags.find(({ tag }) => tag === 'event' || tag === 'typedef' || tag === 'callback');
  const kind = kindOf(block, head);
  if (kind === undefined) return undefined;
  const path = head === undefined || head.name === '' ? valueOf(block, 'name') : head.name;
  if (path === undefined || path === '') return undefined;
  const { owner, name } = lastPart(path);
  const member = valueOf(block, 'memberof', 'memberOf');
  const described = [
    block.description,
    ...block.tags.filter(({ tag }) => tag === 'description' || tag === 'desc').map(wordsOf),
  ];
  const words = head === undefined ? '' : head.description;
  const rowTag = kind === 'typedef' ? ['property', 'prop'] : ['param', 'arg', 'argument'];
  return {
    kind,
    name,
    owner: owner === '' ? (member === undefined ? given.owner : lastPart(member).name) : lastPart(owner).name,
    type: head?.type ?? '',
    description: paragraphs(described.join('\n\n').trim() === '' ? words : described.join('\n\n')),
    deprecated: block.tags.some(({ tag }) => tag === 'deprecated'),
    rows: block.tags.filter(({ tag }) => rowTag.includes(tag)).map(readRow),
    examples: block.tags.filter(({ tag }) => tag === 'example').map(readExample),
    line: (head?.source[0]?.number ?? given.line) as number,
  };
}

function kindOf(block: Block, head: Spec | undefined): DocletKind | undefined {
  if (head?.tag === 'callback') return 'callback';
  if (head?.tag === 'typedef') return /^function\b/i.test(head.type) ? 'callback' : 'typedef';
  if (head?.tag === 'event') return 'event';
  const kind = valueOf(block, 'kind');
  return kind === 'event' || kind === 'typedef' ? kind : undefined;
}

const wordsOf = ({ name, type, description }: Spec): string =>
  `${type === '' ? '' : `{${type}} `}${name} ${description}`.trim();

function readRow(tag: Spec): DocRow {
  // A hyphen between the name and its description is punctuation (jsdoc.app/tags-param).
  const description = paragraphs(tag.description).replace(/^-\s+/, '');
  const colon = tag.name.endsWith(':');
  return {
    name: colon ? tag.name.slice(0, -1) : tag.name,
    type: tag.type,
    isOptional: tag.optional,
    default: tag.default === undefined || tag.default === '' ? undefined : tag.default,
    description,
    line: tag.source[0]?.number ?? 1,
    written: colon ? tag.name : undefined,
  };
}

/** The lines below the tag as they stand, without the stars. */
function readExample(tag: Spec): DocExample {
  const lines = tag.source.map(({ number, tokens }) => ({
    number,
    text: tokens.tag === '' ? `${tokens.postDelimiter.slice(1)}${restOf(tokens)}` : restOf({ ...tokens, tag: '' }),
  }));
  const full = lines.filter(({ text }) => text.trim() !== '' && !/^\s*<caption>.*<\/caption>\s*$/.test(text));
  return { text: full.map(({ text }) => text).join('\n'), line: full[0]?.number ?? tag.source[0]?.number ?? 1 };
}

const restOf = ({ type, postType, name, postName, description }: Spec['source'][number]['tokens']): string =>
  `${type}${postType}${name}${postName}${description}`;

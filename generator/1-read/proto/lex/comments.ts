/**
 * Attaches comments to declarations, by protoc's rules (SourceCodeInfo.Location in descriptor.proto): a comment that
 * starts on the line where a declaration's head ends trails it, and so does one on the following lines that a blank line
 * parts from what comes next; the last block that touches the next token leads that one; the others belong to nobody.
 */
import type { CommentToken, Token } from './token.ts';

export interface AttachedComments {
  /** Of the token before, `''` when none. */
  readonly trailing: string;
  /** Of the token after, `''` when none. */
  readonly leading: string;
}

export const noComments: AttachedComments = { trailing: '', leading: '' };

/**
 * @param comments - The comments between the two tokens, in order.
 * @param before - Undefined at the start of the file.
 */
export function attach(comments: readonly CommentToken[], before: Token | undefined, after: Token): AttachedComments {
  if (comments.length === 0) return noComments;
  const blocks = blocksOf(comments, before);
  let trailing = '';
  let leading = '';
  const first = blocks[0]!;
  if (before !== undefined && first[0]!.line === before.line) {
    // On the line of both, such as `a /* x */ b`, it belongs to what follows.
    if (first.at(-1)!.endLine !== after.line || closes(after)) trailing = textOf(blocks.shift()!);
  } else if (before !== undefined && first[0]!.line === before.line + 1) {
    const next = blocks[1]?.[0]!.line ?? after.line;
    if (closes(after) ? blocks.length === 1 : next > first.at(-1)!.endLine + 1) trailing = textOf(blocks.shift()!);
  }
  const last = blocks.at(-1);
  if (last !== undefined && !closes(after) && last.at(-1)!.endLine + 1 >= after.line) leading = textOf(last);
  return { trailing, leading };
}

function closes(token: Token): boolean {
  return token.kind === 'end' || token.text === '}';
}

/** Line comments on consecutive lines form one block; one that shares its line with a declaration stands alone. */
function blocksOf(comments: readonly CommentToken[], before: Token | undefined): CommentToken[][] {
  const blocks: CommentToken[][] = [];
  for (const comment of comments) {
    const block = blocks.at(-1);
    const previous = block?.at(-1);
    const joins =
      previous !== undefined &&
      previous.text.startsWith('//') &&
      comment.text.startsWith('//') &&
      previous.endLine + 1 === comment.line &&
      previous.line !== before?.line;
    if (joins) block!.push(comment);
    else blocks.push([comment]);
  }
  return blocks;
}

/** A word to lint (`wiremark lint --help`), not to readers of the generated code. */
const directive = /^\/\/\s*wiremark-lint-/;

/** Lines without comment marks, common indentation and outer blank lines. */
function textOf(block: readonly CommentToken[]): string {
  const lines = block.flatMap(({ text }) =>
    text.startsWith('//')
      ? directive.test(text)
        ? []
        : [text.replace(/^\/\/+/, '')]
      : text
          .replace(/^\/\*+/, '')
          .replace(/\**\/$/, '')
          .split('\n')
          .map((line, index) => (index === 0 ? line : line.replace(/^[ \t]*\*(?!\*)/, ''))),
  );
  const trimmed = lines.map((line) => line.trimEnd());
  while (trimmed[0] === '') trimmed.shift();
  while (trimmed.at(-1) === '') trimmed.pop();
  const indents = trimmed.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return trimmed.map((line) => line.slice(indent)).join('\n');
}

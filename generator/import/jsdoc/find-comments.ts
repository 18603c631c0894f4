/** Finds the JSDoc comments of a source: those that are comments, not those inside strings, templates or patterns. */
import type { ImportSource } from '../source.ts';

export interface FoundComment {
  readonly text: string;
  /** 1-based line of its first character. */
  readonly line: number;
}

export async function commentsOf({ file, text }: ImportSource): Promise<readonly FoundComment[]> {
  const { ts } = await import('ts-morph');
  const isTypeScript = /\.[cm]?tsx?$/i.test(file);
  const parsed = ts.createSourceFile(
    isTypeScript ? 'source.ts' : 'source.jsx',
    text,
    // The comments are read elsewhere: parsed here, those of long ones would be most of the work.
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    false,
    isTypeScript ? ts.ScriptKind.TS : ts.ScriptKind.JSX,
  );
  const found = new Map<number, string>();
  const collect = (position: number): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, position) ?? []) {
      if (text.startsWith('/**', pos) && !text.startsWith('/**/', pos)) found.set(pos, text.slice(pos, end));
    }
  };
  const pending = [...parsed.getChildren(parsed)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    collect(node.pos);
    pending.push(...node.getChildren(parsed));
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([position, comment]) => ({ text: comment, line: parsed.getLineAndCharacterOfPosition(position).line + 1 }));
}

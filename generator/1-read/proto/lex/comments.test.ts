import { describe, expect, it } from 'vitest';
import { attach } from './comments.ts';
import { lex } from './lex.ts';

/** Comments between the words `before` and `after` of a source. */
function between(source: string): { leading: string; trailing: string } {
  const { tokens, comments } = lex(source, 'a.proto');
  const at = tokens.findIndex(({ text }) => text === 'after' || text === '}');
  const before = tokens[at - 1];
  return attach(comments.slice(before?.commentsBefore ?? 0, tokens[at]!.commentsBefore), before, tokens[at]!);
}

describe('attach', () => {
  it.each([
    ['same line', 'before // x\nafter', { trailing: 'x', leading: '' }],
    ['line above', 'before\n// x\nafter', { trailing: '', leading: 'x' }],
    ['both', 'before // x\n// y\n// z\nafter', { trailing: 'x', leading: 'y\nz' }],
    ['line below, then a gap', 'before\n// x\n\nafter', { trailing: 'x', leading: '' }],
    ['gaps on both sides', 'before\n\n// x\n\nafter', { trailing: '', leading: '' }],
    ['two blocks', 'before\n\n// x\n\n// y\nafter', { trailing: '', leading: 'y' }],
    ['end of a scope', 'before\n// x\n}', { trailing: 'x', leading: '' }],
    ['within a line', 'before /* x */ after', { trailing: '', leading: 'x' }],
    ['start of the file', '// x\nafter', { trailing: '', leading: 'x' }],
    [
      'a word to lint',
      'before\n\n// x\n// wiremark-lint-disable-next-line all -- why\nafter',
      { trailing: '', leading: 'x' },
    ],
    ['licence', '// x\n\nafter', { trailing: '', leading: '' }],
  ])('%s', (_, source, expected) => {
    expect(between(source)).toEqual(expected);
  });

  it('takes the marks off and keeps the indentation inside', () => {
    expect(between('/**\n * a\n *   b\n *\n * * c\n */\nafter').leading).toBe('a\n  b\n\n* c');
    expect(between('/// a\n///  b\nafter').leading).toBe('a\n b');
    expect(between('/* a */\nafter').leading).toBe('a');
  });
});

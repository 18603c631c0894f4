import { expect, test } from 'vitest';
import { codeSpan, prose } from './markdown.ts';

test.each([
  ['plain words, and a full stop.', 'plain words, and a full stop.'],
  ['a | b\n# c', 'a \\| b \\# c'],
  ['<script>alert(1)</script> & <img>', '&lt;script&gt;alert\\(1\\)&lt;/script&gt; &amp; &lt;img&gt;'],
  ['[x](javascript:1) *b* _i_ `c`', '\\[x\\]\\(javascript:1\\) \\*b\\* \\_i\\_ \\`c\\`'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['see https://x.test', 'see https&#58;//x.test'],
  ['@someone', '&#64;someone'],
  ['a\u202eb', 'ab'],
  ['', ''],
])('the text %j becomes %j', (text, expected) => {
  expect(prose(text)).toBe(expected);
});

test('a long text is cut', () => {
  expect(prose('x'.repeat(1000))).toHaveLength(300);
});

test.each([
  ['plain', '`plain`'],
  ['a|b', '`a\\|b`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['a\nb', '`a b`'],
])('the code %j becomes %j', (text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});

import { expect, test } from 'vitest';
import { mentionedIn } from './mentions.ts';

test.each([
  ['f(Msg, Msgs)', ['Msg']],
  ['Msg', ['Msg']],
  ['xMsg Msg$ _Msg Msg1', []],
  ['ÄMsg Msgö', []],
  ["'Größe'.Msg", ['Größe', 'Msg']],
  ['𝒳Msg 𝒳', ['𝒳']],
  ['', []],
])('in %j', (text, found) => {
  expect([...mentionedIn(text, new Set(['Msg', 'Größe', '𝒳', 'never']))]).toEqual(found);
});

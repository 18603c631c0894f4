/** JSON frames that are none: by what is wrong with them, whatever the binding makes of JSON. */
import type { Payload } from '../model/fixture.gen.ts';

/** Texts that no binding reads as a frame. */
const notFrames = [
  '',
  ' ',
  'x',
  '{',
  '}',
  '[',
  'null',
  'true',
  '7',
  '"text"',
  '[]',
  '{}',
  '{"a":1',
  '\u0000',
  'event',
  '{"":""}',
];

/** The frame cut short, wrapped, doubled, and renamed inside. */
export function damagedJson(good: Payload, event: string): readonly Payload[] {
  if ('hex' in good) return [];
  const { text } = good;
  const renamed = ['7', 'null', '{}', `[${JSON.stringify(event)}]`].map((other) =>
    text.replace(JSON.stringify(event), () => other),
  );
  const cut = [1, Math.floor(text.length / 2), text.length - 1].map((end) => text.slice(0, end));
  return [...notFrames, ...cut, `[${text}]`, `${text}${text}`, `${text},`, ...renamed].map((bad) => ({ text: bad }));
}

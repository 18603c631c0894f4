/** Frames that are none: by what is wrong with them, for any binding of text frames. */
import type { Binding as FrameBinding } from '../../bindings/binding.ts';
import type { Payload } from '../../model/fixture.gen.ts';
import type { KitEvent } from './kit-events.ts';

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

/** A frame in its text, whatever the binding writes. */
const textOf = (payload: Payload): string => ('text' in payload ? payload.text : '');

/** Frames of the event that are cut short, wrapped, renamed inside, or hold the wrong arguments. */
export function malformedFrames(binding: FrameBinding, event: KitEvent): readonly Payload[] {
  const good = textOf(binding.write(event.name, event.plain));
  const wrong = event.wrong().map((args) => binding.write(event.name, args));
  const name = JSON.stringify(event.name);
  const renamed = ['7', 'null', '{}', `[${name}]`].map((other) => good.replace(name, () => other));
  const cut = [1, Math.floor(good.length / 2), good.length - 1].map((end) => good.slice(0, end));
  const texts = [...notFrames, ...cut, `[${good}]`, `${good}${good}`, `${good},`, ...renamed];
  return [...texts.map((text) => ({ text })), ...wrong];
}

/** A few of them: where it is the session that is of interest, not the frame. */
export const someMalformed = (binding: FrameBinding, event: KitEvent): readonly Payload[] => {
  const all = malformedFrames(binding, event);
  return all.filter((_, i) => i % Math.max(1, Math.floor(all.length / 5)) === 0);
};

/** Frames that are none, or that hold the wrong arguments: what is wrong with them is the binding's affair, or the event's. */
import type { Binding as FrameBinding } from '../../bindings/binding.ts';
import type { Payload } from '../../model/fixture.gen.ts';
import type { KitEvent } from './kit-events.ts';

/** Frames near that of the event that no reader may take, and frames of it with the wrong arguments. */
export function malformedFrames(binding: FrameBinding, event: KitEvent): readonly Payload[] {
  const wrong = event.wrong().flatMap((args) => writable(binding, event.name, args));
  return [...binding.damaged(binding.write(event.name, event.plain), event.name), ...wrong];
}

/** A binding in bytes cannot write what is of the wrong type. */
function writable(binding: FrameBinding, name: string, args: string): readonly Payload[] {
  try {
    return [binding.write(name, args)];
  } catch {
    return [];
  }
}

/** A few of them: where it is the session that is of interest, not the frame. */
export const someMalformed = (binding: FrameBinding, event: KitEvent): readonly Payload[] => {
  const all = malformedFrames(binding, event);
  // Some bindings leave no room for any, nor do some events.
  return all.filter((_, i) => i % Math.max(1, Math.floor(all.length / 5)) === 0);
};

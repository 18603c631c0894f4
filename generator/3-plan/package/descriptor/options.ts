/** Options as the descriptor lists them: as the source has them, custom ones included. */
import type { OptionValues } from '../../../ir/protocol.ts';

/** A property `options`, or none where no option is set. */
export function optionsEntry(options: OptionValues): { options?: Record<string, unknown> } {
  return Object.keys(options).length === 0 ? {} : { options: { ...options } };
}

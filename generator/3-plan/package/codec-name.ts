/** The base name of an event spec's codec: `FlooEvent` of `toJsonFlooEvent`. */
import type { EventSpec } from '../../ir/event-spec.ts';
import { pascalCase } from '../names.ts';
import type { Symbols } from '../symbols.ts';

export function eventCodecName(spec: EventSpec, symbols: Symbols): string {
  return `${pascalCase(symbols.events(spec.name).name)}Event`;
}

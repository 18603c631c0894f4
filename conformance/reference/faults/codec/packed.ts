/** Takes a packed run, gives its elements. */
import { elementWire } from '../../oracle/read-element.ts';
import type { WireRecord } from './records.ts';

/** The bytes of each element; a last one that is cut short stays as it is. */
export function elementsOf({ bytes, field }: WireRecord): readonly Uint8Array[] {
  const wire = field === undefined ? 0 : elementWire(field.type);
  const elements: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    let end = at + (wire === 5 ? 4 : 8);
    if (wire === 0) {
      end = at;
      while (bytes[end] !== undefined && bytes[end]! >= 0x80) end++;
      end++;
    }
    elements.push(bytes.slice(at, end));
    at = end;
  }
  return elements;
}

/** Reads packed lists. Source: the encoding guide, "Packed Repeated Fields". */
import { endEntry, position, readLength } from './input.ts';

/** Adds the elements of a packed field to a list. They must end where the field does. */
export function readPacked<T>(list: T[], pos: number, end: number, read: (pos: number) => T): void {
  pos = readLength(pos, end);
  const stop = position;
  while (pos < stop) {
    list.push(read(pos));
    pos = position;
  }
  endEntry(pos, stop);
}

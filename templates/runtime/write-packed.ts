/** Writes packed lists of a fixed width: with one check for room, and without one for each element. */
import { buffer, bufferView, refuse } from './output.ts';

export function writePackedDouble(pos: number, list: readonly number[]): number {
  const end = pos + 8 * list.length;
  // Without room it is all written once more, and only then looked at.
  if (end > buffer.length) return end;
  const view = bufferView!;
  for (let i = 0; i < list.length; i++) view.setFloat64(pos + 8 * i, numberAt(list, i), true);
  return end;
}

export function writePackedFloat(pos: number, list: readonly number[]): number {
  const end = pos + 4 * list.length;
  if (end > buffer.length) return end;
  const view = bufferView!;
  for (let i = 0; i < list.length; i++) view.setFloat32(pos + 4 * i, numberAt(list, i), true);
  return end;
}

function numberAt(list: readonly number[], index: number): number {
  const value = list[index];
  return typeof value === 'number' ? value : refuse('a number', value);
}

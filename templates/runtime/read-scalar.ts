/** Reads scalars of a fixed width. Source: the encoding guide, "Non-varint Numbers". */
import { view } from './input.ts';

export function readFixed32(pos: number): number {
  return view.getUint32(pos, true);
}

export function readSfixed32(pos: number): number {
  return view.getInt32(pos, true);
}

export function readFloat(pos: number): number {
  return view.getFloat32(pos, true);
}

export function readDouble(pos: number): number {
  return view.getFloat64(pos, true);
}

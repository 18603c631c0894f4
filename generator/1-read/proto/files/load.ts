/** The text of a file, within bounds. */
import { readFile, stat } from 'node:fs/promises';

/** Largest .proto file read, in bytes. The largest published ones hold some 300 kB; more than this is a mistake. */
export const maxFileBytes = 16 * 1024 * 1024;

export type Loaded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'not-utf8' };

/** Removes a byte order mark and turns every line end into `\n`. Never throws. */
export async function load(absolute: string): Promise<Loaded> {
  try {
    const { size } = await stat(absolute);
    if (size > maxFileBytes) return { kind: 'too-large', bytes: size };
    const bytes = await readFile(absolute);
    try {
      return { kind: 'text', text: plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
    } catch {
      return { kind: 'not-utf8' };
    }
  } catch {
    return { kind: 'unreadable' };
  }
}

/** The same text whatever editor wrote it. */
export function plain(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

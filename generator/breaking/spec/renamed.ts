/** Guesses what became of something that is gone: the newcomer that looks like it under another name. */
import { nearest } from '../../../diagnostics/suggest.ts';
import type { DocumentOrigin } from '../../ir/origin.ts';

interface Named {
  readonly name: string;
  readonly description: string;
  readonly source: DocumentOrigin | undefined;
}

/**
 * Pairs each that is gone with at most one newcomer: of the same shape, and of a like name, the same description or the same
 * line of the document.
 * @returns Newcomers by what is gone.
 */
export function renamed<T extends Named>(
  gone: readonly T[],
  added: readonly T[],
  alike: (before: T, after: T) => boolean,
): ReadonlyMap<T, T> {
  const found = new Map<T, T>();
  const left = new Set(added);
  for (const old of gone) {
    const candidates = [...left].filter((each) => alike(old, each));
    const near = nearest(
      old.name,
      candidates.map(({ name }) => name),
    );
    const now =
      candidates.find(({ name }) => name === near) ??
      candidates.find((each) => each.description !== '' && each.description === old.description) ??
      candidates.find((each) => sameLine(each.source, old.source));
    if (now === undefined) continue;
    found.set(old, now);
    left.delete(now);
  }
  return found;
}

const sameLine = (a: DocumentOrigin | undefined, b: DocumentOrigin | undefined): boolean =>
  a !== undefined && b !== undefined && a.document === b.document && a.line === b.line;

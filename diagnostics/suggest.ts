/** Finds what a writer probably meant by a misspelt name. */

/**
 * A sentence for the fix of a diagnostic: the nearest known name, or the list of known ones when none is near.
 * @param known - In the order to list them; may be empty.
 */
export function suggest(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (known.length === 0) return '';
  const listed = known.slice(0, maxListed).map((each) => `"${each}"`);
  const more = known.length > maxListed ? `, and ${known.length - maxListed} more` : '';
  return `Known here: ${listed.join(', ')}${more}.`;
}

/** Names listed when none is near; more would hide the message. */
const maxListed = 12;

/** The known name with the fewest edits, if that is at most a third of the letters (and one for short names). */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { name: candidate, distance };
  }
  return best?.name;
}

/** Longest name that is compared letter by letter, so that hostile input costs little. */
const maxCompared = 80;

/** Insertions, deletions, replacements and swaps of neighbours; anything above `limit` is `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > maxCompared || b.length > maxCompared) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforePrevious[j - 2]! + 1);
      row.push(cost);
    }
    [beforePrevious, previous] = [previous, row];
  }
  return Math.min(previous[b.length]!, limit + 1);
}

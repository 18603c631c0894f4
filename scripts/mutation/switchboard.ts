/** The switches of mutated code, which it looks up under a global name; there is one board in each thread. */

interface Board {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> } | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

/** Times that a place may be passed in one case before it counts as an endless loop. */
const hitLimit = 300_000;

const board = (): Board => ((globalThis as { __stryker__?: Board }).__stryker__ ??= {});

/** From here on places are noted under this name. */
export function startCovering(name: string): void {
  board().currentTestId = name;
}

/** The places that were passed under a name; they are forgotten. */
export function takeCovered(name: string): readonly string[] {
  const perTest = board().mutantCoverage?.perTest;
  const covered = Object.keys(perTest?.[name] ?? {});
  delete perTest?.[name];
  return covered;
}

/** Switches a mutant on, and every other off; undefined for none. */
export function activate(id: string | undefined): void {
  board().activeMutant = id;
  board().currentTestId = 'mutant';
}

/** Forgets how often the mutant was passed. */
export function resetHits(): void {
  Object.assign(board(), { hitCount: 0, hitLimit });
}

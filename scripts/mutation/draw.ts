/** Takes all mutants and what is passed of them, gives those to try: by chance, and the same ones wherever the code is the same. */
import { createHash } from 'node:crypto';
import type { Mutant } from './instrument.ts';

/**
 * Mutants of functions that the role uses. Those that run once, while the code is loaded, cannot be switched later; those of
 * functions that no case passes at all, such as a type guard, are not what the kit judges.
 */
export function draw(
  mutants: readonly Mutant[],
  {
    role,
    seed,
    shares,
    passed,
  }: {
    readonly role: string;
    readonly seed: number;
    /** Share that is drawn, by file. */
    readonly shares: Readonly<Record<string, number>>;
    /** Ids of the places that some case passes. */
    readonly passed: ReadonlySet<string>;
  },
): readonly Mutant[] {
  const used = new Set(mutants.filter(({ id }) => passed.has(id)).map(placeOf));
  return mutants.filter(
    (mutant) =>
      mutant.scope !== '' &&
      used.has(placeOf(mutant)) &&
      lot(`${seed} ${role} ${mutant.name}`) < (shares[mutant.file] ?? 0),
  );
}

const placeOf = ({ file, scope }: Mutant): string => `${file} ${scope}`;

/** From 0 to 1, by seed and name alone, so that a change of the code elsewhere draws no other mutants. */
const lot = (name: string): number => createHash('sha256').update(name).digest().readUInt32LE(0) / 2 ** 32;

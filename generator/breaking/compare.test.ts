/** Laws of comparing: nothing differs from itself, and whatever two versions hold, comparing them ends well. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sources } from '../test/arbitrary-sources.ts';
import { loadTexts } from '../test/load-texts.ts';
import { compare } from './compare.ts';
import { ruleSets } from './rules.ts';

const options = { sets: new Set(ruleSets), placeBefore: <T>(place: T): T => place };

test('a version does not differ from itself, and any two can be compared', async () => {
  await fc.assert(
    fc.asyncProperty(sources, sources, async (one, other) => {
      const [a, again, b] = await Promise.all([loadTexts(one), loadTexts(one), loadTexts(other)]);
      expect(compare(a.protocol, again.protocol, options)).toEqual({ findings: [], additions: [] });
      for (const { diagnostic } of compare(a.protocol, b.protocol, options).findings) {
        expect(diagnostic.message).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 4 },
  );
});

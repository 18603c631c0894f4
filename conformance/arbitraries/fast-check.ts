/** The type of fast-check as arbitraries are handed it: whoever runs a property loads it, nobody else pays for it. */
import type fastCheck from 'fast-check';

export type FastCheck = typeof fastCheck;

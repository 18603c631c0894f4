/** What the rest of the kit takes from here: the reference implementations. */
export { createReferenceTestee } from './reference-testee.ts';

/** What the rest of the kit takes from here: the reference implementations, and the oracle that judges them. */
export { createReferenceTestee } from './reference-testee.ts';
export { createOracle, type Oracle } from './oracle/oracle.ts';

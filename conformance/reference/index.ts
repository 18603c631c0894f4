/** What the rest of the kit takes from here: the reference implementations, and a transcoder that is not generated. */
export { oracleTranscoder } from './oracle/transcoder.ts';
export { createReferenceTestee } from './reference-testee.ts';

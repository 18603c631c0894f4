/** What a reading of wire bytes depends on, and what an audit of them finds. */
import type { Schema } from './schema.ts';

/** What a conformant writer would not have written. */
export interface Finding {
  readonly clause: string;
  readonly message: string;
}

/** Where a reading stands: the schema, and the findings if they are wanted. */
export interface Reading {
  readonly schema: Schema;
  readonly audit: Finding[] | undefined;
}

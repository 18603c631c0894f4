/** A rule that implementations are judged by, as the loader of `spec/clauses` gives it. */
import type { Clause as StatedClause, Source } from './clauses.gen.ts';

/** A clause whose source names its document, be it its own or that of its file. */
export interface Clause extends Omit<StatedClause, 'source'> {
  readonly source: Source & { readonly document: string };
}

/** What a plan needs to know beside the protocol. */
import type { Clauses } from '../ir/schema/clauses.gen.ts';

export interface PlanOptions {
  /** npm name of the package. */
  readonly packageName: string;
  /** Version of the package. */
  readonly packageVersion: string;
  /** Version of wiremark. */
  readonly generator: string;
  readonly emit: 'js' | 'ts';
  /** The JSON Schemas, and the validators compiled from them. Default true. */
  readonly schemas?: boolean | undefined;
  /** Random values for property tests. Default true. */
  readonly arbitraries?: boolean | undefined;
  /** Add an AsyncAPI document for each event spec. Default false. */
  readonly asyncapi?: boolean | undefined;
  /** Add an OpenAPI document with all schemas as components. Default false. */
  readonly openapi?: boolean | undefined;
  /** Add the reference documentation as one page of Markdown. Default false. */
  readonly markdown?: boolean | undefined;
  /** Add the reference documentation as a site of HTML pages. Default false. */
  readonly html?: boolean | undefined;
  /** Clauses that the site leads to. Default none. */
  readonly clauses?: readonly Clauses[] | undefined;
}

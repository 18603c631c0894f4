/** What a plan needs to know beside the protocol. */
export interface PlanOptions {
  /** npm name of the package. */
  readonly packageName: string;
  /** Version of the package. */
  readonly packageVersion: string;
  /** Version of wiremark. */
  readonly generator: string;
  readonly emit: 'js' | 'ts';
  /** Add an AsyncAPI document for each event spec. Default false. */
  readonly asyncapi?: boolean | undefined;
  /** Add an OpenAPI document with all schemas as components. Default false. */
  readonly openapi?: boolean | undefined;
}

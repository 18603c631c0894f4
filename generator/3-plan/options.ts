/** What a plan needs to know beside the protocol. */
export interface PlanOptions {
  /** npm name of the package. */
  readonly packageName: string;
  /** Version of the package. */
  readonly packageVersion: string;
  /** Version of wiremark. */
  readonly generator: string;
  readonly emit: 'js' | 'ts';
}

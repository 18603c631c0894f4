/** An input that the reference refuses: the stage, and what the package's own error says. */
import type { Stage } from '../model/fixture.gen.ts';

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly stage: Stage;
  /** Kebab-case code of the package's error. */
  readonly code: string;

  constructor(stage: Stage, code: string, message: string) {
    super(message);
    this.stage = stage;
    this.code = code;
  }
}

/** Names of the errors that a package's code throws at faulty input; any other is a fault of the code. */
const inputErrors: ReadonlySet<string> = new Set(['WireError', 'EncodeError', 'JsonError']);

/**
 * Runs a function of the package; what it throws at its input becomes a refusal.
 * @throws Refused, or whatever else the function throws.
 */
export function guarded<T>(stage: Stage, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error) || !inputErrors.has(error.constructor.name)) throw error;
    throw new Refused(stage, 'code' in error ? String(error.code) : '', error.message);
  }
}

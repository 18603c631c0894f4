/** What a rule of lint is: a name, a code of the catalogue, and a look at the linked protocol. */
import type { ArgumentsOf } from '../../diagnostics/catalogue.ts';
import type { lintEntries } from '../../diagnostics/catalogue/lint.ts';
import type { Origin } from '../ir/origin.ts';
import type { Protocol } from '../ir/protocol.ts';

export type LintCode = Exclude<keyof typeof lintEntries, `WM79${string}`>;

export interface Rule<C extends LintCode = LintCode> {
  /** Kebab-case; what configurations and suppressions call it. */
  readonly name: string;
  readonly code: C;
  /** One sentence for `--rules`: what it looks for. */
  readonly about: string;
  readonly check: (protocol: Protocol, report: Report<C>) => void;
}

/** @param first - The other place, where a finding is about two. */
export type Report<C extends LintCode> = (
  at: Origin,
  values: ArgumentsOf<C>,
  first?: { readonly message: string; readonly place: Origin },
) => void;

/** Keeps the code's type, so that a check can only report what the message of its code asks for. */
export const rule = <C extends LintCode>(definition: Rule<C>): Rule => definition as unknown as Rule;

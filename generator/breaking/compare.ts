/** Two linked protocols in, every breaking change under the chosen rules out. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose, inOrder } from '../../diagnostics/diagnostic.ts';
import type { Origin } from '../ir/origin.ts';
import type { Protocol } from '../ir/protocol.ts';
import { additionsIn, type Addition } from './additions.ts';
import type { Report } from './change.ts';
import { checks } from './checks.ts';
import { rules, type Bump, type Category, type RuleId, type RuleSet } from './rules.ts';
import { sideOf } from './sides.ts';

export interface Finding {
  readonly rule: RuleId;
  readonly breaks: readonly Category[];
  readonly bump: RuleBump;
  /** Message and places, fit for every format; places of the old version are `related`. */
  readonly diagnostic: Diagnostic;
}

type RuleBump = Exclude<Bump, 'patch' | 'none'>;

export interface Comparison {
  /** By place, then by rule. */
  readonly findings: readonly Finding[];
  readonly additions: readonly Addition[];
}

export interface CompareOptions {
  readonly sets: ReadonlySet<RuleSet>;
  /** Turns a place of the old version into one that tells it from the new. */
  readonly placeBefore: (origin: Origin) => Origin;
}

const order: readonly Category[] = ['WIRE', 'JSON', 'EVENT', 'SOURCE'];

export function compare(before: Protocol, after: Protocol, options: CompareOptions): Comparison {
  const findings: Finding[] = [];
  const report: Report = (broken, at, values) => {
    const chosen = broken.filter((rule) => rules[rule].sets.some((set) => options.sets.has(set)));
    // What a change breaks does not depend on which rules were asked for.
    const breaks = order.filter((category) => broken.some((rule) => rules[rule].breaks.includes(category)));
    const bump = broken.some((rule) => rules[rule].bump === 'major') ? 'major' : 'minor';
    const related = at.before === undefined ? [] : [{ message: 'before', place: options.placeBefore(at.before) }];
    for (const rule of chosen) {
      const diagnostic = diagnose(rule, at.after, { ...values, related } as never);
      const severity = bump === 'major' ? 'error' : 'warning';
      findings.push({ rule, breaks, bump, diagnostic: { ...diagnostic, severity, facts: { breaks, bump } } });
    }
  };
  const sides = { before: sideOf(before), after: sideOf(after) };
  for (const check of checks) check(sides, report);
  const places = inOrder(findings.map(({ diagnostic }) => diagnostic));
  const rank = new Map(places.map((diagnostic, index) => [diagnostic, index]));
  findings.sort((a, b) => rank.get(a.diagnostic)! - rank.get(b.diagnostic)!);
  return { findings, additions: additionsIn(sides) };
}

/** What `breaking` says of all findings together: how many, what was added, and which release that asks for. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/diagnostic.ts';
import type { Addition } from './additions.ts';
import type { Bump } from './rules.ts';

interface Outcome {
  readonly findings: readonly Diagnostic[];
  readonly additions: readonly Addition[];
  readonly suppressed: number;
  readonly differs: boolean;
}

/** Additions named in a text; the rest is counted. */
const maxNamed = 5;

export function closingOf(outcome: Outcome, against: string): { readonly text: string; readonly data: object } {
  const { findings, additions, suppressed } = outcome;
  const release = releaseOf(outcome);
  const changes = `${findings.length} breaking ${findings.length === 1 ? 'change' : 'changes'}`;
  const lines = [`${findings.length === 0 ? 'No breaking changes' : changes} against ${printable(against)}.`];
  if (suppressed > 0) lines.push(`${suppressed} suppressed.`);
  if (additions.length > 0) {
    const named = additions.slice(0, maxNamed).map(({ kind, name }) => `${kind} ${printable(name)}`);
    const more = additions.length > maxNamed ? ` and ${additions.length - maxNamed} more` : '';
    lines.push(`Added: ${named.join(', ')}${more}.`);
  }
  lines.push(release === 'none' ? 'Nothing to release.' : `Asks for a ${release} release.`);
  return { text: lines.join(' '), data: { breaking: findings.length, suppressed, additions, release } };
}

/** What breaks decides, then what was added, then whether anything differs at all. What was decided to stay does not count. */
function releaseOf({ findings, additions, differs }: Outcome): Bump {
  if (findings.some(({ facts }) => facts?.['bump'] === 'major')) return 'major';
  if (findings.length > 0 || additions.length > 0) return 'minor';
  return differs ? 'patch' : 'none';
}

/** Takes the figures of a run, gives them as text. */
import type { Rate, Summary } from './summary.ts';

export function printSummary(summary: Summary): string {
  const { total, mutants, faults, clauses, unlisted, stale } = summary;
  const rows = Object.entries(clauses).map(([id, rate]) => `  ${id.padEnd(34)}${share(rate)}`);
  const survivors = unlisted.map(({ name, fate }) => `  ${name}${fate === 'unreached' ? ' (no case passes it)' : ''}`);
  return [
    'Killed by clause: of the mutants whose place its cases pass, and of the faults that are meant for it',
    ...rows,
    '',
    `killed   ${share(total)}`,
    `mutants  ${share(mutants)}`,
    `faults   ${share(faults)}`,
    `left out ${summary.equivalent} equivalent, ${summary.legal} legal; listed gaps: ${summary.gaps}`,
    ...(survivors.length === 0 ? [] : ['', `${survivors.length} survivors that are not listed:`, ...survivors]),
    ...(stale.length === 0
      ? []
      : ['', `${stale.length} listed survivors that are none:`, ...stale.map(({ name }) => `  ${name}`)]),
    '',
  ].join('\n');
}

const share = ({ killed, of }: Rate): string =>
  `${String(killed).padStart(5)} of ${String(of).padStart(5)}  ${of === 0 ? '' : `${((100 * killed) / of).toFixed(1)}%`}`;

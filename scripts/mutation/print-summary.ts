/** Takes the figures of a run, gives them as text. */
import type { Unproved } from './proofs.ts';
import type { Rate, Summary } from './summary.ts';

export function printSummary(summary: Summary): string {
  const { total, mutants, faults, clauses, unlisted, stale } = summary;
  const width = Math.max(0, ...Object.keys(clauses).map((id) => id.length)) + 2;
  const cell = ({ killed, of }: Rate): string => (of === 0 ? '' : `${killed} of ${of}`).padStart(14);
  const rows = Object.entries(clauses).map(
    ([id, rates]) => `  ${id.padEnd(width)}${cell(rates.faults)}${cell(rates.mutants)}`,
  );
  const survivors = unlisted.map(({ name, fate }) => `  ${name}${fate === 'unreached' ? ' (no case passes it)' : ''}`);
  return [
    'Killed by clause: of the faults that are meant for it, and of the mutants whose place its cases pass',
    `  ${''.padEnd(width)}${'faults'.padStart(14)}${'mutants'.padStart(14)}`,
    ...rows,
    '',
    `killed   ${share(total)}`,
    `mutants  ${share(mutants)}`,
    `faults   ${share(faults)}`,
    `left out ${summary.equivalent} equivalent, ${summary.legal} legal; listed gaps: ${summary.gaps}`,
    ...list(`${survivors.length} survivors that are not listed:`, survivors),
    ...list(
      `${stale.length} listed survivors that are none:`,
      stale.map(({ name }) => `  ${name}`),
    ),
    '',
  ].join('\n');
}

/** Clauses without a case that holds for the reference, or without a fault that one of its cases notices. */
export const printUnproved = (unproved: readonly Unproved[]): string =>
  list(
    `${unproved.length} clauses without a proof:`,
    unproved.map(({ clause, missing }) => `  ${clause}: ${missing}`),
  )
    .map((line) => `${line}\n`)
    .join('');

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

const share = ({ killed, of }: Rate): string =>
  `${String(killed).padStart(5)} of ${String(of).padStart(5)}  ${of === 0 ? '' : `${((100 * killed) / of).toFixed(1)}%`}`;

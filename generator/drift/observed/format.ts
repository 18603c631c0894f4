/** Prints declared against observed: a table of events, each with the places at which the two part. */
import { printable } from '../../../diagnostics/diagnostic.ts';
import type { EventDrift, ObservedDrift } from '../../ir/schema/observed-drift.gen.ts';
import { htmlPage } from '../format/html.ts';
import { markdownPage } from '../format/markdown.ts';
import type { DriftFormat } from '../format/names.ts';
import { titleOf, type Cell } from '../format/view.ts';

export function formatObserved(report: ObservedDrift, format: DriftFormat): string {
  switch (format) {
    case 'text':
      return text(report);
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'markdown':
      return markdownPage(page(report));
    case 'html':
      return htmlPage(page(report));
    default:
      return format satisfies never;
  }
}

/** Events that are seen otherwise than declared. */
export const differs = ({ isDeclared, differences }: EventDrift): boolean => !isDeclared || differences.length > 0;

const closing = ({ events }: ObservedDrift): string =>
  `${events.filter(differs).length} of ${events.length} observed events part from what is declared`;

function page(report: ObservedDrift): Parameters<typeof htmlPage>[0] {
  const cell = (shown: string, isDifferent = false): Cell => ({ text: shown, differs: isDifferent });
  const rows = report.events.map((event) => [
    cell(printable(event.name)),
    cell(event.isDeclared ? printable(event.declared || 'no arguments') : 'not declared'),
    cell(observedText(event), differs(event)),
    cell(event.note),
  ]);
  const unseen = report.unobserved.length === 0 ? [] : [`Not observed: ${report.unobserved.join(', ')}`];
  return {
    title: `Declared and observed: ${titleOf(report.package)}`,
    points: [...report.evidence, closing(report), ...unseen].map((each) => ({
      name: '',
      text: each.replace(/\.$/, ''),
    })),
    tables: [{ name: 'Events', columns: ['event', 'declared', 'observed', 'note'], rows }],
  };
}

const observedText = (event: EventDrift): string => {
  if (!event.isDeclared) return timesText(event);
  return event.differences.map(differenceText).join('; ') || 'as declared';
};

const timesText = ({ count }: EventDrift): string => `seen ${count === 1 ? 'once' : `${count} times`}`;

function differenceText({ pointer, verdict, declared, observed }: EventDrift['differences'][number]): string {
  const place = printable(pointer);
  if (verdict === 'extra') return `${place} ${observed}, extra`;
  if (verdict === 'absent') return observed === '' ? `${place} never there` : `${place} ${observed}`;
  return `${place} ${observed}, not ${declared}`;
}

function text(report: ObservedDrift): string {
  const lines = [
    `Declared and observed: ${titleOf(report.package)}`,
    ...report.evidence.map((each) => printable(each)),
    '',
  ];
  for (const event of report.events.filter(differs)) {
    lines.push(`${printable(event.name)}(${event.isDeclared ? printable(event.declared) : ''})`);
    if (!event.isDeclared) lines.push(`  declared nowhere; ${timesText(event)}`);
    for (const each of event.differences) lines.push(`  ${differenceText(each)}`);
    lines.push('');
  }
  const asDeclared = report.events.filter((event) => !differs(event)).map(({ name }) => printable(name));
  if (asDeclared.length > 0) lines.push(`As declared: ${asDeclared.join(', ')}`);
  if (report.unobserved.length > 0) lines.push(`Not observed: ${report.unobserved.map(printable).join(', ')}`);
  return `${[...lines, `${closing(report)}.`].join('\n')}\n`;
}

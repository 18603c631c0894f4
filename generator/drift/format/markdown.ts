/** A drift report as Markdown: the counts, and a table for each type that an SDK declares otherwise. */
import type { DriftReport } from '../../ir/schema/drift.gen.ts';
import { pageOf, type Page } from './view.ts';

export const driftMarkdown = (report: DriftReport): string => markdownPage(pageOf(report));

export function markdownPage({ title, points, tables }: Page): string {
  const lines = [`## ${cell(title)}`, ''];
  for (const point of points)
    lines.push(`- ${point.name === '' ? '' : `**${cell(point.name)}**: `}${cell(point.text)}.`);
  for (const { name, columns, rows } of tables) {
    lines.push('', `### ${cell(name)}`, '', row(columns.map(cell)), row(columns.map(() => '---')));
    for (const each of rows) {
      lines.push(row(each.map(({ text, differs }) => (differs ? `**${cell(text)}**` : cell(text)))));
    }
  }
  return `${lines.join('\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Text that can neither end the cell nor mark itself up, in Markdown or in HTML. */
const cell = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#!|~]/g, '\\$&');

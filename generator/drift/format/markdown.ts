/** A drift report as Markdown: the counts, and a table for each type that an SDK declares otherwise. */
import type { DriftReport } from '../../ir/schema/drift.gen.ts';
import { isAbsent, scopeText, tablesOf, titleOf } from './view.ts';

export function driftMarkdown(report: DriftReport): string {
  const lines = [`## Drift from ${cell(titleOf(report.package))}`, ''];
  for (const sdk of report.sdks) {
    const absent = sdk.types.filter(isAbsent).map(({ name }) => cell(name));
    const missing = absent.length === 0 ? '' : ` Not declared: ${absent.join(', ')}.`;
    lines.push(`- **${cell(titleOf(sdk))}**: ${cell(scopeText(sdk))}.${missing}`);
  }
  for (const { name, columns, rows } of tablesOf(report)) {
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

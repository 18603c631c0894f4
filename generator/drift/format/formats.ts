/** Prints a drift report in the asked form. */
import type { DriftReport } from '../../ir/schema/drift.gen.ts';
import type { DriftFormat } from './names.ts';
import { driftHtml } from './html.ts';
import { driftMarkdown } from './markdown.ts';
import { driftText } from './text.ts';

export function formatDrift(report: DriftReport, format: DriftFormat): string {
  switch (format) {
    case 'text':
      return driftText(report);
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'markdown':
      return driftMarkdown(report);
    case 'html':
      return driftHtml(report);
    default:
      return format satisfies never;
  }
}

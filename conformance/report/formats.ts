/** The forms of a report, each loaded only when it is asked for. */
import type { Report } from '../model/report.gen.ts';

export const reportKinds = ['text', 'json', 'html', 'junit', 'tap', 'sarif', 'markdown'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** @param color - ANSI colours; only the text form has any. */
export async function formatReport(report: Report, kind: ReportKind, color: boolean): Promise<string> {
  switch (kind) {
    case 'text':
      return (await import('./text.ts')).formatText(report, { color });
    case 'json':
      return (await import('./json.ts')).formatJson(report);
    case 'html':
      return (await import('./html/html.ts')).formatHtml(report);
    case 'junit':
      return (await import('./junit.ts')).formatJunit(report);
    case 'tap':
      return (await import('./tap.ts')).formatTap(report);
    case 'sarif':
      return (await import('./sarif.ts')).formatSarif(report);
    case 'markdown':
      return (await import('./markdown.ts')).formatMarkdown(report);
    default:
      return kind satisfies never;
  }
}

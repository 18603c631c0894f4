/** The report as one HTML file: nothing is loaded from outside, and nothing that a testee wrote can become code. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { Report } from '../../model/report.gen.ts';
import { pageView } from './view.ts';

export async function formatHtml(report: Report): Promise<string> {
  const { default: handlebars } = await import('handlebars');
  const read = (name: string): Promise<string> =>
    readFile(path.join(packageRoot(), 'conformance/report/html', name), 'utf8');
  const [page, style, script] = await Promise.all([read('page.hbs'), read('page.css'), read('page.js')]);
  const engine = handlebars.create();
  // Escaping is on: every value of the view is text. Only our own style and script are put in as they are.
  const template = engine.compile<object>(page, { strict: true });
  // The browser runs the one script whose digest this is, and loads nothing.
  const scriptHash = createHash('sha256').update(script).digest('base64');
  return template({ ...pageView(report), style, script, scriptHash });
}

/** A drift report as one HTML file: nothing is loaded from outside, there is no script, and every text is escaped. */
import type { DriftReport } from '../../ir/schema/drift.gen.ts';
import { pageOf, type Page, type Table } from './view.ts';

export const driftHtml = (report: DriftReport): string => htmlPage(pageOf(report));

export function htmlPage({ title, points, tables }: Page): string {
  const items = points.map(
    (point) => `<li>${point.name === '' ? '' : `<b>${text(point.name)}</b>: `}${text(point.text)}.</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>
${style}</style>
</head>
<body>
<h1>${text(title)}</h1>
<ul>
${items.join('\n')}
</ul>
${tables.map(table).join('\n')}
</body>
</html>
`;
}

const style = `body { font: 15px/1.5 system-ui, sans-serif; max-width: 75em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
div { overflow-x: auto }
table { border-collapse: collapse; margin-bottom: 2em }
th, td { border: 1px solid #ccc; padding: .2em .7em; text-align: left; vertical-align: top; min-width: 7em; overflow-wrap: anywhere }
th { background: #f4f4f4 }
td.differs { background: #fde8e4; font-weight: 600 }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #181818 }
  th { background: #2a2a2a }
  th, td { border-color: #444 }
  td.differs { background: #54251c }
}
`;

function table({ name, columns, rows }: Table): string {
  const head = columns.map((column) => `<th scope="col">${text(column)}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map((cell) => `<td${cell.differs ? ' class="differs"' : ''}>${text(cell.text)}</td>`).join('')}</tr>`,
  );
  return `<h2>${text(name)}</h2>
<div><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (value: string): string => value.replace(/[&<>"']/g, (each) => entities[each]!);

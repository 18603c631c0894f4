/** Takes a report, gives a badge as SVG: what was certified, and how it went. Nothing in it is loaded from elsewhere. */
import type { Report } from '../model/report.gen.ts';
import { safeText } from './safe-text.ts';

/** Width of a character of the badge's typeface, in px: wider than most, so that nothing is cut. */
const characterPx = 7;
const paddingPx = 10;
/** Longest text of a half, in characters. */
const maxLength = 60;

/** Colours with white text on them, contrast above 4.5. */
const colors = { good: '#1a7f37', fair: '#8a6100', bad: '#b42318' } as const;

export function badgeOf(report: Report): string {
  const left = `${safeText(report.package.name, maxLength)} ${report.role}`;
  const { text, color } = verdictOf(report);
  const [a, b] = [left, text].map((half) => half.length * characterPx + 2 * paddingPx) as [number, number];
  const title = `${left}: ${text}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20" role="img" aria-label="${escapeXml(title)}">
  <title>${escapeXml(title)}</title>
  <clipPath id="r"><rect width="${a + b}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#r)">
    <rect width="${a}" height="20" fill="#444"/>
    <rect x="${a}" width="${b}" height="20" fill="${color}"/>
  </g>
  <g fill="#fff" text-anchor="middle" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">
    <text x="${a / 2}" y="14">${escapeXml(left)}</text>
    <text x="${a + b / 2}" y="14">${escapeXml(text)}</text>
  </g>
</svg>
`;
}

function verdictOf({ outcome, clauses, selection }: Report): { readonly text: string; readonly color: string } {
  const passed = clauses.filter(({ status }) => status === 'passed').length;
  const level = selection.level === 'required' ? '' : ` (${selection.level})`;
  switch (outcome) {
    case 'conformant':
      return { text: `conformant, ${passed} clauses${level}`, color: colors.good };
    case 'known-failures':
      return { text: `known failures, ${passed} clauses${level}`, color: colors.fair };
    case 'not-conformant':
      return { text: 'not conformant', color: colors.bad };
    case 'nothing-executed':
    case 'interrupted':
    case 'not-started':
      return { text: 'not judged', color: colors.bad };
    default:
      return outcome satisfies never;
  }
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

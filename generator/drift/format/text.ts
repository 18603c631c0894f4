/** A drift report for a terminal: the findings of each SDK, then the SDKs beside each other. */
import { printable } from '../../../diagnostics/diagnostic.ts';
import type { DriftReport, SdkDrift, TypeDrift } from '../../ir/schema/drift.gen.ts';
import { isFinding } from '../drift.ts';
import { headingOf, isAbsent, scopeText, sideText, tablesOf, titleOf, type Table } from './view.ts';

export function driftText(report: DriftReport): string {
  const parts = report.sdks.map((sdk) => sdkText(sdk, titleOf(report.package)));
  const tables = report.sdks.length < 2 ? [] : tablesOf(report).map(tableText);
  const beside = tables.length === 0 ? [] : ['Side by side (! parts from the spec)\n', ...tables];
  return [...parts, ...beside].join('\n');
}

function sdkText(sdk: SdkDrift, spec: string): string {
  const lines = [`${titleOf(sdk)} beside ${spec}`, `${scopeText(sdk)}`, ''];
  for (const type of sdk.types) lines.push(...typeLines(type));
  const absent = sdk.types.filter(isAbsent).map(({ name }) => printable(name));
  if (absent.length > 0) lines.push(`Not declared: ${absent.join(', ')}`, '');
  return lines.join('\n');
}

function typeLines(type: TypeDrift): string[] {
  const found = type.rows.filter(isFinding);
  if (isAbsent(type)) return [];
  const respelt = type.rows.filter(({ verdict }) => verdict === 'respelt');
  if (found.length + respelt.length === 0) return [];
  const place = type.place === undefined ? '' : `  ${printable(type.place.file)}:${type.place.line}`;
  const cells = found.map(({ verdict, spec, declared, note }) => [
    `  ${verdict}`,
    sideText(spec, type.kind),
    sideText(declared, type.kind),
    printable(note),
  ]);
  const names = respelt.map(({ spec, declared }) => printable(`${spec!.name}/${declared!.name}`));
  const also = names.length === 0 ? [] : [`  spelt otherwise: ${names.join(', ')}`];
  return [`${headingOf(type)}${place}`, ...aligned(cells), ...also, ''];
}

function tableText({ name, columns, rows }: Table): string {
  const cells = rows.map((row) =>
    row.map(({ text, differs }, at) => (at === 0 ? `  ${text}` : `${differs ? '!' : ' '} ${text}`)),
  );
  const [first = '', ...others] = columns;
  return `${name}\n${aligned([[`  ${first}`, ...others.map((each) => `  ${each}`)], ...cells]).join('\n')}\n`;
}

/** Columns two spaces apart. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  );
}

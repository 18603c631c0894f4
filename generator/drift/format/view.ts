/** What all printed forms of a drift report show: headings, findings in words, and SDKs beside each other. */
import { printable } from '../../../diagnostics/diagnostic.ts';
import type { DeclaredSide, DriftReport, Row, SdkDrift, SpecSide, TypeDrift } from '../../ir/schema/drift.gen.ts';
import { isFinding } from '../drift.ts';

export interface Cell {
  readonly text: string;
  /** Whether it parts from the spec. */
  readonly differs: boolean;
}

/** One enum, object or the events: a row for each member, a column for the spec and for each SDK. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const titleOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  printable(version === '' ? name : `${name} ${version}`);

/** `LogLevel`, or `ContentType, there MessageType (told by its members)`. */
export function headingOf({ name, declared, pairedBy }: TypeDrift): string {
  const others = declared.filter((each) => each !== name);
  const how = pairedBy === 'members' && others.length > 0 ? ', told by its members' : '';
  return printable(others.length === 0 ? name : `${name}, there ${declared.join(' and ')}${how}`);
}

/** Types that the SDK has nothing for. */
export const isAbsent = ({ pairedBy }: TypeDrift): boolean => pairedBy === 'nothing';

/** `LevelFatal = 0`, `iOSBadgeCount: bool`, `onMessage(Meta)`. */
export function sideText(side: SpecSide | DeclaredSide | undefined, kind: TypeDrift['kind']): string {
  if (side === undefined) return '';
  const { name, value } = side;
  if (kind === 'events') return printable(`${name}${value}`);
  if (kind === 'object') return printable(`${name}${side.isOptional === true ? '?' : ''}: ${value}`);
  return printable(name === value ? name : `${name} = ${value}`);
}

/** `3 findings: 2 renumbered, 1 missing`. */
export function countText(types: readonly TypeDrift[]): string {
  const found = types.flatMap(({ rows }) => rows).filter(isFinding);
  const counts = new Map<Row['verdict'], number>();
  for (const { verdict } of found) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const each = order.flatMap((verdict) => (counts.has(verdict) ? [`${counts.get(verdict)} ${verdict}`] : []));
  if (found.length === 0) return 'no findings';
  return `${found.length} ${found.length === 1 ? 'finding' : 'findings'}: ${each.join(', ')}`;
}

const order: readonly Row['verdict'][] = ['renumbered', 'renamed', 'retyped', 'presence', 'missing', 'extra'];

/** How much was compared, for the line under an SDK's name. */
export function scopeText({ files, types }: SdkDrift): string {
  const paired = types.filter((type) => !isAbsent(type)).length;
  return `${paired} of ${types.length} types of the spec found in ${files} ${files === 1 ? 'file' : 'files'}; ${countText(types)}`;
}

/** What a page shows: points below its title, then tables. */
export interface Page {
  readonly title: string;
  /** Sentences without their full stop, each after a name unless that is empty. */
  readonly points: readonly { readonly name: string; readonly text: string }[];
  readonly tables: readonly Table[];
}

export function pageOf(report: DriftReport): Page {
  const points = report.sdks.map((sdk) => {
    const absent = sdk.types.filter(isAbsent).map(({ name }) => name);
    const missing = absent.length === 0 ? '' : `. Not declared: ${printable(absent.join(', '))}`;
    return { name: titleOf(sdk), text: `${scopeText(sdk)}${missing}` };
  });
  return { title: `Drift from ${titleOf(report.package)}`, points, tables: tablesOf(report) };
}

/** Tables of what at least one SDK declares otherwise. */
export function tablesOf(report: DriftReport): Table[] {
  const columns = [titleOf(report.package), ...report.sdks.map(titleOf)];
  const names = [...new Set(report.sdks.flatMap(({ types }) => types.map(({ name, kind }) => `${kind} ${name}`)))];
  return names.flatMap((key): Table[] => {
    const each = report.sdks.map(({ types }) => types.find(({ name, kind }) => `${kind} ${name}` === key));
    const differs = each.some((type) => type !== undefined && !isAbsent(type) && type.rows.some(isFinding));
    if (!differs) return [];
    return [{ name: printable(each.find((type) => type !== undefined)!.name), columns, rows: rowsOf(each) }];
  });
}

function rowsOf(types: readonly (TypeDrift | undefined)[]): Cell[][] {
  const kind = types.find((type) => type !== undefined)?.kind ?? 'enum';
  const present = types.map((type) => (type === undefined || isAbsent(type) ? undefined : type));
  const spec = new Map<string, SpecSide>();
  for (const { rows } of present.filter((type) => type !== undefined)) {
    for (const row of rows) if (row.spec !== undefined && !spec.has(row.spec.name)) spec.set(row.spec.name, row.spec);
  }
  const known = [...spec.values()].map((side) => [
    { text: sideText(side, kind), differs: false },
    ...present.map((type) =>
      cellOf(
        (type?.rows ?? []).filter((row) => row.spec?.name === side.name),
        type,
      ),
    ),
  ]);
  const extra = new Map(
    present
      .flatMap((type) => (type?.rows ?? []).filter(({ verdict }) => verdict === 'extra'))
      .map(({ declared }) => [sideText(declared, kind), declared!] as const),
  );
  const added = [...extra.keys()].map((text) => [
    { text: '', differs: false },
    ...present.map((type) => {
      const has = type?.rows.some(({ verdict, declared }) => verdict === 'extra' && sideText(declared, kind) === text);
      return { text: has === true ? text : '', differs: has === true };
    }),
  ]);
  return [...known, ...added];
}

function cellOf(rows: readonly Row[], type: TypeDrift | undefined): Cell {
  if (type === undefined) return { text: '', differs: false };
  const declared = rows.filter((row) => row.declared !== undefined);
  // A placeholder that is left out by good right has no row.
  if (declared.length === 0) return { text: rows.length === 0 ? '' : '–', differs: rows.some(isFinding) };
  const texts = declared.map((row) => (row.verdict === 'same' ? 'same' : sideText(row.declared, type.kind)));
  return { text: texts.join(', '), differs: rows.some(isFinding) };
}

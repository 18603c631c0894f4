/** Gives fields the numbers that the documents leave out, from a .proto file or an overlay; never from their order. */
import { diagnose, type Diagnostic, type Place } from '../../../diagnostics/diagnostic.ts';
import { placeIn } from '../source.ts';
import type { PlacedFile } from './assemble.ts';
import type { FieldDraft } from './draft.ts';
import { fullNameOf } from './index-types.ts';

/** Where numbers come from. */
export interface NumberSource {
  /** As diagnostics name it, such as `common.proto`. */
  readonly where: string;
  /** Number by name of the field, by full name of the message. */
  readonly messages: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Whether its messages are meant to be whole: a field that the document lacks is worth a word. */
  readonly whole: boolean;
}

export function numberFields(
  files: readonly PlacedFile[],
  { numbers, diagnostics }: { readonly numbers: readonly NumberSource[]; readonly diagnostics: Diagnostic[] },
): PlacedFile[] {
  return files.map((file) => ({
    ...file,
    messages: file.messages.map((message) => {
      const full = fullNameOf(file, message.name);
      const known = numbers.flatMap((from) => {
        const found = from.messages.get(full);
        return found === undefined ? [] : [{ from, found }];
      });
      const place = placeIn(file.source, message.origin.line, message.name);
      for (const { from, found } of known) reportSurplus({ from, found, full, place }, message.fields, diagnostics);
      const fields = message.fields.map((field): FieldDraft => {
        const given = known.find(({ found }) => found.has(field.name));
        const number = given?.found.get(field.name);
        if (field.number === undefined || number === undefined || number === field.number) {
          return { ...field, number: field.number ?? number };
        }
        const at = placeIn(file.source, field.origin.line, String(field.number));
        const details = { name: field.name, number: field.number, where: given!.from.where, other: number };
        diagnostics.push(diagnose('WM8116', at, details));
        return field;
      });
      reportMissing({ fields, full, place, known: known.map(({ from }) => from), file }, diagnostics);
      return { ...message, fields };
    }),
  }));
}

function reportSurplus(
  {
    from,
    found,
    full,
    place,
  }: {
    readonly from: NumberSource;
    readonly found: ReadonlyMap<string, number>;
    readonly full: string;
    readonly place: Place;
  },
  fields: readonly FieldDraft[],
  diagnostics: Diagnostic[],
): void {
  if (!from.whole) return;
  for (const name of found.keys()) {
    if (fields.some((field) => field.name === name)) continue;
    diagnostics.push(diagnose('WM8113', place, { where: from.where, name, message: full }));
  }
}

function reportMissing(
  given: {
    readonly fields: readonly FieldDraft[];
    readonly full: string;
    readonly place: Place;
    readonly known: readonly NumberSource[];
    readonly file: PlacedFile;
  },
  diagnostics: Diagnostic[],
): void {
  const missing = given.fields.filter((field) => field.number === undefined);
  if (missing.length === 0) return;
  const [from] = given.known;
  if (from === undefined) {
    const fields =
      missing.length === 1 ? `the field of ${given.full}` : `the ${missing.length} fields of ${given.full}`;
    const what = missing.length === given.fields.length ? fields : `${missing.length} fields of ${given.full}`;
    diagnostics.push(diagnose('WM8101', given.place, { fields: what }));
    return;
  }
  for (const field of missing) {
    const place = placeIn(given.file.source, field.origin.line, field.name);
    diagnostics.push(diagnose('WM8112', place, { where: from.where, name: field.name, message: given.full }));
  }
}

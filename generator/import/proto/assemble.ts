/** Puts the declarations of all documents together: one list of files, map entries folded, doubles told apart. */
import { diagnose, type Diagnostic, type Result } from '../../../diagnostics/diagnostic.ts';
import { placeIn, type ImportSource } from '../source.ts';
import type { EnumDraft, FieldDraft, FileDraft, MessageDraft, ProtoDraft } from './draft.ts';
import { fullNameOf } from './index-types.ts';
import { wellFormed } from './well-formed.ts';

/** A file of the draft, and the document that it comes from. */
export interface PlacedFile extends FileDraft {
  readonly source: ImportSource;
}

/** @returns The files by name, each once; what two documents say of one file is joined. */
export function assemble(drafts: readonly ProtoDraft[]): Result<readonly PlacedFile[]> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, PlacedFile>();
  const seen = new Map<string, { readonly told: string; readonly place: ReturnType<typeof placeIn> }>();
  for (const { source, files: found } of drafts) {
    for (const each of found) {
      const file = wellFormed(each, { source, diagnostics });
      const isNew = (kind: string, each: MessageDraft | EnumDraft): boolean => {
        const full = fullNameOf(file, each.name);
        const place = placeIn(source, each.origin.line, each.name);
        const told = JSON.stringify([kind, each], (key, value: unknown) =>
          key === 'origin' || key === 'description' ? undefined : value,
        );
        const first = seen.get(full);
        if (first === undefined) seen.set(full, { told, place });
        else if (first.told !== told) {
          const related = [{ message: 'first described here', place: first.place }];
          diagnostics.push(diagnose('WM8104', place, { name: full, related }));
        }
        return first === undefined;
      };
      const before = files.get(file.name);
      const name = safePath(file.name);
      const next: PlacedFile = {
        ...file,
        name,
        source,
        messages: withParents(foldMaps(file.messages.filter((each) => isNew('message', each))), file.enums, {
          source,
          diagnostics,
        }),
        enums: file.enums.filter((each) => isNew('enum', each)),
      };
      files.set(file.name, before === undefined ? next : join(before, next));
    }
  }
  return { value: [...files.values()].filter(isFilled), diagnostics };
}

const isFilled = (file: FileDraft): boolean =>
  file.messages.length + file.enums.length + file.services.length + file.extensions.length > 0;

function join(first: PlacedFile, second: PlacedFile): PlacedFile {
  return {
    ...first,
    messages: [...first.messages, ...second.messages],
    enums: [...first.enums, ...second.enums],
    services: [
      ...first.services,
      ...second.services.filter((one) => !first.services.some(({ name }) => name === one.name)),
    ],
    extensions: [
      ...first.extensions,
      ...second.extensions.filter((one) => !first.extensions.some(({ name }) => name === one.name)),
    ],
  };
}

/** A path below the folder of the draft, whatever the document calls its file. */
function safePath(name: string): string {
  const parts = name
    .split(/[\\/]+/)
    .map((part) => part.replace(/[^\w.-]/g, '-'))
    .filter((part) => !/^\.*$/.test(part));
  const path = parts.join('/') || 'draft.proto';
  return path.endsWith('.proto') ? path : `${path}.proto`;
}

/** The compiler makes a message `NameEntry` of every map field; documents list it, a source must not. */
function foldMaps(messages: readonly MessageDraft[]): MessageDraft[] {
  const byName = new Map(messages.map((message) => [message.name, message]));
  const entries = new Set<MessageDraft>();
  const folded = messages.map((message) => ({
    ...message,
    fields: message.fields.map((field): FieldDraft => {
      const entry = byName.get(`${message.name}.${entryName(field.name)}`);
      const [key, value] = entry?.fields ?? [];
      const isMap =
        field.label === 'repeated' &&
        entry?.fields.length === 2 &&
        key?.name === 'key' &&
        value?.name === 'value' &&
        (field.type.long === entry.name || field.type.long.endsWith(`.${entryName(field.name)}`));
      if (!isMap) return field;
      entries.add(entry);
      return { ...field, label: '', mapKey: key.type.long, type: value.type };
    }),
  }));
  return folded.filter((_, at) => !entries.has(messages[at]!));
}

/** A type inside a message that no document describes: the message is there all the same. */
function withParents(
  messages: readonly MessageDraft[],
  enums: readonly EnumDraft[],
  { source, diagnostics }: { readonly source: ImportSource; readonly diagnostics: Diagnostic[] },
): MessageDraft[] {
  const all = new Map(messages.map((message) => [message.name, message]));
  for (const { name, origin } of [...messages, ...enums]) {
    for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
      const parent = name.slice(0, at);
      if (all.has(parent)) continue;
      diagnostics.push(diagnose('WM8118', placeIn(source, origin.line, name), { name: parent }));
      all.set(parent, { name: parent, fields: [], extensions: [], description: '', deprecated: false, origin });
    }
  }
  return [...all.values()];
}

/** protobuf's rule for the name of a map's entry: `user_ids` gives `UserIdsEntry`. */
const entryName = (field: string): string =>
  `${field.replace(/(^|_)([a-zA-Z0-9])/g, (_, __, letter: string) => letter.toUpperCase()).replace(/_/g, '')}Entry`;

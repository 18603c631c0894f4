/** Keeps of a document's declarations those whose names a .proto file can hold; the others are reported, not written. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { placeIn, type FactOrigin, type ImportSource } from '../source.ts';
import type { ExtensionDraft, FieldDraft, FileDraft, MethodDraft, TypeDraft } from './draft.ts';

const simple = /^[A-Za-z_]\w*$/;
const dotted = /^\.?[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** Longest name that is taken for one, in letters. */
const maxName = 500;

export function wellFormed(
  file: FileDraft,
  { source, diagnostics }: { readonly source: ImportSource; readonly diagnostics: Diagnostic[] },
): FileDraft {
  const holds = (name: string, pattern: RegExp, origin: FactOrigin): boolean => {
    if (pattern.test(name) && name.length <= maxName) return true;
    diagnostics.push(diagnose('WM8115', placeIn(source, origin.line, name), { text: name }));
    return false;
  };
  const type = ({ long, full }: TypeDraft, origin: FactOrigin): boolean =>
    holds(long, dotted, origin) && (full === undefined || holds(full, dotted, origin));
  const field = <T extends FieldDraft>(each: T): T | undefined => {
    const { origin, mapKey, oneof } = each;
    const isSound =
      holds(each.name, simple, origin) &&
      type(each.type, origin) &&
      (mapKey === undefined || holds(mapKey, simple, origin));
    if (!isSound) return undefined;
    return oneof !== undefined && !holds(oneof, simple, origin) ? { ...each, oneof: undefined } : each;
  };
  const fields = (all: readonly FieldDraft[]): FieldDraft[] => all.map(field).filter((each) => each !== undefined);
  const extensions = (all: readonly ExtensionDraft[]): ExtensionDraft[] =>
    all.filter((each) => type(each.extendee, each.origin) && field(each) !== undefined);
  const method = ({ name, input, output, origin }: MethodDraft): boolean =>
    holds(name, simple, origin) && type(input, origin) && type(output, origin);
  const named = (each: { readonly name: string; readonly origin: FactOrigin }): boolean =>
    holds(each.name, dotted, each.origin);
  return {
    ...file,
    package: file.package === '' || holds(file.package, dotted, file.origin) ? file.package : '',
    messages: file.messages
      .filter(named)
      .map((each) => ({ ...each, fields: fields(each.fields), extensions: extensions(each.extensions) })),
    enums: file.enums
      .filter(named)
      .map((each) => ({ ...each, values: each.values.filter(({ name, origin }) => holds(name, simple, origin)) })),
    extensions: extensions(file.extensions),
    services: file.services
      .filter((each) => holds(each.name, simple, each.origin))
      .map((each) => ({ ...each, methods: each.methods.filter(method) })),
  };
}

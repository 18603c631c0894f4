/** Links doubts on record; a note about something that is gone is out of date. */
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { SpecNote } from '../../ir/event-spec.ts';
import type { EventSpecFile } from '../../ir/schema/event-spec.gen.ts';
import { sourceOf } from './common.ts';
import { below } from './context.ts';
import type { LinkContext } from './context.ts';

export function linkNotes(context: LinkContext): readonly SpecNote[] {
  const { notes = [] } = context.source.file;
  if (notes.length === 0) return [];
  const known = subjects(context.source.file);
  return notes.map(({ about, text, from }, index) => {
    const pointer = below('/notes', index);
    if (!known.has(about)) {
      const suggestion = suggest(about, [...known]);
      context.report(diagnose('WM3116', context.source.placeOf(below(pointer, 'about')), { about, suggestion }));
    }
    return { about, text, source: sourceOf(from, pointer, context) };
  });
}

/** Everything that a note can be about: the spec, its named things, and their parts after a dot. */
function subjects(file: EventSpecFile): ReadonlySet<string> {
  const known = new Set(['spec']);
  const add = (name: string, parts: object): void => {
    known.add(name);
    for (const part of Object.keys(parts)) known.add(`${name}.${part}`);
  };
  for (const [name, event] of Object.entries(file.events)) add(name, event.arguments ?? {});
  for (const [name, type] of Object.entries(file.types ?? {})) add(name, 'fields' in type ? type.fields : {});
  for (const [name, { members }] of Object.entries(file.enums ?? {})) add(name, members);
  for (const [name, callback] of Object.entries(file.callbacks ?? {})) add(name, callback.arguments);
  return known;
}

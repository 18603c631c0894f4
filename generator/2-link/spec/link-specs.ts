/** Links event specs: sources with names in, frozen specs with every name resolved out. */
import type { Diagnostic, Result } from '../../../diagnostics/diagnostic.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { EventSpec, SpecBinding } from '../../ir/event-spec.ts';
import type { ProtoFile } from '../../ir/protocol.ts';
import type { Binding } from '../../ir/schema/event-spec.gen.ts';
import type { SpecSource } from '../../ir/spec-source.ts';
import { checkCycles } from './check-cycles.ts';
import { checkUse } from './check-use.ts';
import { below } from './context.ts';
import type { LinkContext, SpecLinkOptions } from './context.ts';
import { freezeDeep } from '../proto/freeze.ts';
import { linkEnum } from './link-enum.ts';
import { linkCallback, linkEvent } from './link-event.ts';
import { linkNotes } from './link-notes.ts';
import { linkType } from './link-type.ts';
import { gatherProtoNames, gatherSpecNames, namesFor } from './names.ts';

/** @returns Specs by path; those of a name that is taken are left out, and reported. */
export function linkSpecs(
  sources: readonly SpecSource[],
  options: SpecLinkOptions & { readonly files: readonly ProtoFile[] },
): Result<readonly EventSpec[]> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const ordered = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  const specs = gatherSpecNames(ordered, report);
  const protos = gatherProtoNames(options.files);
  const value = [...specs.values()].map(({ source }) => {
    const spec = linkSpec({ source, names: namesFor(source, { specs, protos }), options, report });
    checkCycles(spec, report);
    checkUse(spec, report);
    return freezeDeep(spec);
  });
  return { value, diagnostics };
}

function linkSpec(context: LinkContext): EventSpec {
  const { file, path, text, placeOf } = context.source;
  const each = <T, U>(table: Readonly<Record<string, T>> | undefined, link: (name: string, stated: T) => U): U[] =>
    Object.entries(table ?? {}).map(([name, stated]) => link(name, stated));
  return {
    kind: 'event-spec',
    path,
    name: file.name,
    title: file.title,
    description: file.description ?? '',
    documents: each(file.documents, (name, { title, note = '' }) => ({ name, title, note })),
    rules: each(file.rules, (name, text) => ({ name, text })),
    enums: each(file.enums, (name, stated) => linkEnum(name, stated, context)),
    types: each(file.types, (name, stated) => linkType(name, stated, context)),
    callbacks: each(file.callbacks, (name, stated) => linkCallback(name, stated, context)),
    events: each(file.events, (name, stated) => linkEvent(name, stated, context)),
    bindings: each(file.bindings, (name, stated) => linkBinding(name, stated, context)),
    notes: linkNotes(context),
    text,
    origin: placeOf('/name'),
  };
}

function linkBinding(
  name: string,
  { kind, description = '', event, args }: Binding,
  context: LinkContext,
): SpecBinding {
  const pointer = below('/bindings', name);
  if (`${event}/`.startsWith(`${args}/`) || `${args}/`.startsWith(`${event}/`)) {
    context.report(diagnose('WM3119', context.source.placeOf(below(pointer, 'args')), { event, args }));
  }
  return { name, kind, description, event, args, origin: context.source.placeOf(pointer, 'key') };
}

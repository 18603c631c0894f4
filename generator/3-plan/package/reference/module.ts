/** One module of a reference: what a proto file or an event spec declares, in the ink of the document. */
import type { EventSpec } from '../../../ir/event-spec.ts';
import type { Markup } from '../../../ir/printable.ts';
import type { ProtoFile } from '../../../ir/protocol.ts';
import type { ReferenceContents, ReferenceDeclared, ReferenceModule } from '../../../ir/view/reference-view.ts';
import type { PlannedModule } from '../../symbols.ts';
import type { ModuleParts, ReferenceContext } from './context.ts';
import { nothing, type Ink } from './ink.ts';
import { protoParts } from './proto-module.ts';
import { specParts } from './spec-module.ts';

export function moduleView({ path, holds }: PlannedModule, context: ReferenceContext): ReferenceModule {
  const { ink, packageName } = context;
  const parts = holds.kind === 'proto-file' ? protoParts(holds, path, context) : specParts(holds, path, context);
  const place = { module: path, id: '' };
  return {
    file: ink.text(fileName(holds)),
    module: ink.code(`${packageName}/${path}`),
    anchor: ink.anchor(place),
    href: ink.href(place),
    ...parts,
    contents: contentsOf(parts, ink),
  };
}

/** Where a spec lay says nothing to a reader; where a proto lies is how it is imported. */
export const fileName = ({ kind, path }: ProtoFile | EventSpec): string =>
  kind === 'proto-file' ? path : path.slice(path.lastIndexOf('/') + 1);

function contentsOf(parts: ModuleParts, ink: Ink): readonly ReferenceContents[] {
  const listed = (title: string, nodes: readonly Entry[]): readonly ReferenceContents[] =>
    nodes.length === 0
      ? []
      : [
          {
            title: ink.text(title),
            count: nodes.length,
            entries: nodes.map(({ name, href, deprecated, description, members, args, methods }) => ({
              name,
              href,
              deprecated,
              line: firstLine(description),
              words: [...(members ?? args ?? methods ?? [])].map((one) => one.name).join(' ') as Markup,
            })),
          },
        ];
  return [
    ...listed('Events', parts.events),
    ...listed('Messages', parts.messages),
    ...listed('Types', parts.types),
    ...listed('Enums', parts.enums),
    ...listed('Callbacks', parts.callbacks),
    ...listed('Services', parts.services),
    ...listed('Extensions', parts.extensions),
  ];
}

type Entry = Pick<ReferenceDeclared, 'name' | 'href' | 'deprecated' | 'description'> & {
  readonly [list in 'members' | 'args' | 'methods']?: readonly { readonly name: Markup }[];
};

/** Printed text has no line ends but its own, so that its first line is whole. */
const firstLine = (description: Markup): Markup => (description.split('\n', 1)[0] ?? nothing) as Markup;

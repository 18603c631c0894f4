/** Plans `lib/emitter`: typed `on`, `once` and `emit` for the events of each spec, with checks for who hands one in. */
import type { ModuleView } from '../../ir/package-plan.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { EmitterView } from '../../ir/view/emitter-view.ts';
import { identifier, pascalCase, Scope } from '../names.ts';
import { Imports, type Symbols } from '../symbols.ts';
import { comment } from '../text.ts';

/** What the module passes on, which no emitter may be called. */
const own = ['EventError', 'EmitterLike', 'EmitterOptions', 'TypedEmitter', 'createEmitter'];

/** Both names of an emitter. */
const family = (base: string): readonly string[] => [`${base}Emitter`, `create${base}Emitter`];

export interface PlannedEmitters {
  readonly view: ModuleView;
  /** Name of the function that makes an emitter for the first spec. */
  readonly create: string;
}

/** @returns Undefined for a package without events. */
export function planEmitters({ specs }: Protocol, symbols: Symbols): PlannedEmitters | undefined {
  const scope = new Scope().reserve(own);
  const imports = new Imports('emitter', scope);
  const emitters = specs
    .filter(({ events }) => events.length > 0)
    .map((spec): EmitterView => {
      const home = symbols.events(spec.name);
      const base = pascalCase(home.name);
      return {
        kind: 'emitter',
        name: scope.claim(base, family),
        events: imports.add(home.module, `${base}Events`, true),
        doc: comment(
          `Typed \`on\`, \`once\` and \`emit\` for the events of ${spec.title === '' ? spec.name : spec.title}.`,
        ),
        deprecated: false,
        place: '',
      };
    });
  if (emitters.length === 0) return undefined;
  const [EventError, ...types] = ['EventError', 'EmitterLike', 'EmitterOptions', 'TypedEmitter'].map(identifier);
  const view: ModuleView = {
    path: 'emitter',
    source: 'its event specs',
    doc: comment(
      'Typed emitters. Nothing of them is in the index: who does not import this module does not bundle it.',
    ),
    imports: imports.list(),
    items: [{ kind: 'reexport', from: 'runtime/emitter', as: '', values: [EventError!], types }, ...emitters],
    sources: new Map(),
  };
  return { view, create: `create${emitters[0]!.name}Emitter` };
}

/** Plans `lib/validators`: a function per schema that says whether a JSON value is valid, and what is wrong with it. */
import type { Identifier, Literal, ModuleView } from '../../../ir/package-plan.ts';
import type { ValidatorView } from '../../../ir/view/validators-view.ts';
import { pascalCase, Scope } from '../../names.ts';
import { comment } from '../../text.ts';
import type { SchemaEntry } from '../schema/entries.ts';
import { targetKey, type RefTo } from '../schema/refs.ts';
import { compileValidators } from './compile.ts';

/** Names that the module uses for itself; names of validators end in `Json`, those of shared forms in `Form`. */
const own = ['append', 'JsonValidator', 'SchemaError'];

/** @param entries - Schemas in use; shared forms become functions that are not exported. */
export async function planValidators(entries: readonly SchemaEntry[]): Promise<ModuleView> {
  const scope = new Scope().reserve(own);
  const named = entries.map((entry, i) => {
    const shared = entry.validated === '';
    const name = scope.claim(shared ? `${entry.title}Form` : `validate${pascalCase(entry.validated)}Json`);
    // Ajv takes ASCII names alone.
    const ascii = /^[\w$]+$/.test(name) ? name.replace(/^validate(.*)Json$/, 'is$1') : `is${i}`;
    return { entry, name: shared ? ('' as const) : name, local: shared ? name : scope.claim(ascii) };
  });
  const locals = new Map(named.map(({ entry, local }) => [targetKey(entry.target), local]));
  const ref: RefTo = (target) => ({ call: locals.get(targetKey(target))! });
  const { shared, functions } = await compileValidators(
    named.map(({ entry, local }) => ({ name: local, schema: entry.build(ref) })),
  );
  return {
    path: 'validators',
    source: 'its JSON Schemas',
    doc: comment('Validators of JSON values, by the schemas under schemas/. They need nothing but themselves.'),
    imports: [],
    items: [
      {
        kind: 'validators',
        shared: shared as Literal,
        functions: named.map((one, i) => view(one, functions[i]! as Literal)),
      },
    ],
    sources: new Map(),
  };
}

function view(
  { entry, name, local }: { entry: SchemaEntry; name: Identifier | ''; local: Identifier },
  declaration: Literal,
): ValidatorView {
  const what = { message: 'a message', enum: 'a value', spec: 'a value', event: 'a frame', arguments: 'the arguments' };
  const kind = entry.target.kind;
  const subject = kind === 'events' ? 'the frame of an event' : kind === 'form' ? 'a value' : what[kind];
  const of = kind === 'events' || kind === 'form' ? '' : ` of \`${entry.title}\``;
  return {
    local,
    name,
    declaration,
    doc: comment(`Is the JSON value ${subject}${of}? By \`schemas/${entry.file}\`.`),
    deprecated: false,
    place: '',
  };
}

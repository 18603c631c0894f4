/** Plans `lib/validators`: a function per schema that says whether a JSON value is valid, and what is wrong with it. */
import type { Identifier, Literal, ModuleView } from '../../../ir/package-plan.ts';
import type { ValidatorView } from '../../../ir/view/validators-view.ts';
import { pascalCase, Scope } from '../../names.ts';
import { comment } from '../../text.ts';
import type { SchemaEntry } from '../schema/entries.ts';
import type { SchemaObject } from '../schema/json-schema.ts';
import { targetKey, type RefTo } from '../schema/refs.ts';
import { compileValidators } from './compile.ts';
import { withMemberCalls } from './member-calls.ts';
import { shareLeaves } from './share-leaves.ts';
import { withConstraints } from './constraints.ts';
import { helpers } from './helpers.ts';
import { withoutAnnotations } from './without-annotations.ts';

/** Names that the module uses for itself; names of validators end in `Json`, those of shared forms in `Form`. */
const own = [...Object.keys(helpers), 'JsonValidator', 'SchemaError'];

/** @param entries - Schemas in use; shared forms become functions that are not exported. */
export async function planValidators(entries: readonly SchemaEntry[]): Promise<ModuleView> {
  const scope = new Scope().reserve(own);
  const named = entries.map((entry, i) => {
    const shared = entry.validated === '';
    const name = scope.claim(shared ? `${entry.title}Form` : `validate${pascalCase(entry.validated)}Json`, withTable);
    // Ajv takes ASCII names alone.
    const ascii = /^[\w$]+$/.test(name) ? name.replace(/^validate(.*)Json$/, 'is$1') : `is${i}`;
    const local = shared ? name : scope.claim(ascii, withTable);
    return { entry, name: shared ? ('' as const) : name, local };
  });
  const locals = new Map(named.map(({ entry, local }) => [targetKey(entry.target), local]));
  const ref: RefTo = (target) => ({ call: locals.get(targetKey(target))! });
  const schemas = named.map(({ entry, local }) => ({
    name: local,
    schema: withConstraints(withoutAnnotations(entry.build(ref)) as SchemaObject),
  }));
  const all = shareLeaves(schemas, (name) => scope.claim(name)).map((one) => ({
    name: one.name,
    schema: withMemberCalls(one.schema) as SchemaObject,
  }));
  const { shared, functions } = await compileValidators(all);
  return {
    path: 'validators',
    source: 'its JSON Schemas',
    doc: comment('Validators of JSON values, by the schemas under schemas/. They need nothing but themselves.'),
    imports: [],
    items: [
      {
        kind: 'validators',
        shared: shared as Literal,
        functions: all.map(({ name }, i) =>
          view(named[i] ?? { name: '', local: name as Identifier }, functions[i]! as Literal),
        ),
      },
    ],
    sources: new Map(),
  };
}

/** A function and the table that it may look through. */
const withTable = (base: string): readonly string[] => [base, `${base}Table`];

/** A function without an entry is one that others share. */
function view(
  { entry, name, local }: { readonly entry?: SchemaEntry; readonly name: Identifier | ''; readonly local: Identifier },
  declaration: Literal,
): ValidatorView {
  const text =
    entry === undefined || name === '' ? '' : `Is the JSON value ${subject(entry)}? By \`schemas/${entry.file}\`.`;
  return { local, name, declaration, doc: comment(text), deprecated: false, place: '' };
}

function subject({ target, title }: SchemaEntry): string {
  switch (target.kind) {
    case 'message':
      return `a message \`${title}\``;
    case 'enum':
    case 'spec':
      return `a \`${title}\``;
    case 'event':
      return `the frame of an event \`${title}\``;
    case 'arguments':
      return `the arguments of an event \`${title}\``;
    case 'events':
      return 'the frame of an event';
    case 'form':
      return 'of this form';
    default:
      return target satisfies never;
  }
}

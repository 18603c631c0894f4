/** Handlebars with our helpers: templates by name in, rendered text in. Output is source text, so nothing is HTML-escaped. */
import { createHash } from 'node:crypto';
import type Handlebars from 'handlebars';
import type { Origin } from '../ir/origin.ts';
import type { Comment } from '../ir/package-plan.ts';
import type { Code } from '../ir/view/code.ts';
import { signer } from './blame.ts';
import { layout } from './layout.ts';
import { codeMark, mark, nothing, placeCode, tidy } from './marks.ts';
import type { Variant } from './variant.ts';

/** Template texts by name, without `.hbs`. */
export type Templates = ReadonlyMap<string, string>;

/** What one rendering collects and needs besides its view. */
export interface RenderContext {
  readonly variant: Variant;
  /** Runtime names that the text refers to, as `use` saw them. */
  readonly used: Set<string>;
  /** Origins that the text's marks point to, by index. */
  readonly origins: Origin[];
  /** Code that stands in the text as marks, by index. */
  readonly codes: Code[];
}

export interface Engine {
  /** Renders a template. Errors name the template and the missing property. */
  render(template: string, view: object, context: RenderContext): string;
}

/** Settings of every template. */
const settings = { noEscape: true, strict: true, assumeObjects: false, knownHelpersOnly: true };

/**
 * Loads Handlebars (about 60 ms, so only when something is rendered) and registers templates, partials and helpers.
 * @param foreign - Set when some templates are not ours: errors are then `TemplateError`s, and names of the runtime
 *   library that it does not have are among them.
 */
export async function createEngine(
  templates: Templates,
  foreign?: { readonly hasRuntimeName: (name: string) => boolean },
): Promise<Engine> {
  const { default: handlebars } = await import('handlebars');
  const engine = handlebars.create();
  const signed = signer();
  const compile = (name: string, text: string): Handlebars.TemplateDelegate => {
    const delegate = engine.compile(text, { ...settings, knownHelpers });
    return foreign === undefined ? delegate : signed(name, delegate);
  };
  for (const [name, text] of templates)
    engine.registerPartial(name, foreign === undefined ? text : compile(name, text));
  for (const [name, helper] of Object.entries(helpers)) {
    engine.registerHelper(name, foreign === undefined ? helper : careful(name, helper));
  }
  engine.registerHelper('verbatim', (name: string) => verbatim(templates, name));
  engine.registerHelper('digest', (name: string) =>
    createHash('sha256').update(verbatim(templates, name)).digest('base64'),
  );
  if (foreign !== undefined) {
    engine.registerHelper('use', (name: string, options: Handlebars.HelperOptions) => {
      if (!foreign.hasRuntimeName(name)) throw new Error(`the runtime library exports no "${name}"`);
      return helpers['use']!(name, options) as string;
    });
  }
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return {
    render(template, view, context) {
      let delegate = compiled.get(template);
      if (delegate === undefined) {
        const text = templates.get(template);
        if (text === undefined) throw new Error(`There is no template "${template}.hbs".`);
        delegate = compile(template, text);
        compiled.set(template, delegate);
      }
      return printMarked(delegate(view, { data: { context } }), context);
    },
  };
}

/** `{{verbatim "name"}}`: another template as it stands, such as a script; `{{digest "name"}}`: its SHA-256, for a policy. */
function verbatim(templates: Templates, name: string): string {
  const text = templates.get(name);
  if (text === undefined) throw new Error(`There is no template "${name}.hbs".`);
  // What is rendered is tidied afterwards, and the digest has to be of that.
  return tidy(text);
}

/** The helper, which says so when a template hands it something that the view does not have. */
function careful(name: string, helper: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, ...given: unknown[]) {
    if (given.includes(undefined)) throw new Error(`what "${name}" is given is not in the view`);
    return Reflect.apply(helper, this, given) as string;
  };
}

/** Prints code where its marks stand, now that it shows how much room there is. */
function printMarked(text: string, { codes, used, variant }: RenderContext): string {
  const form = { typed: variant !== 'js', use: (name: string) => void used.add(name) };
  return placeCode(text, (index, room) => layout(codes[index]!, { ...room, ...form }));
}

const contextOf = (options: Handlebars.HelperOptions): RenderContext => options.data.context as RenderContext;

/** The whole vocabulary of our templates beyond Handlebars' own `if`, `unless`, `each`, `with` and partials. */
const helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** `{{#only "dts"}}`: printed in that form alone. */
  only(this: unknown, variant: Variant, options: Handlebars.HelperOptions) {
    return contextOf(options).variant === variant ? options.fn(this) : '';
  },
  /** `{{#types}}`: what only TypeScript has, printed in `.d.ts` and `.ts`. */
  types(this: unknown, options: Handlebars.HelperOptions) {
    return contextOf(options).variant === 'js' ? '' : options.fn(this);
  },
  /** `{{#code}}`: what runs, printed in `.js` and `.ts`. */
  code(this: unknown, options: Handlebars.HelperOptions) {
    return contextOf(options).variant === 'dts' ? '' : options.fn(this);
  },
  /** `{{#private}}`: what only this module uses: without `export`, and not at all in a declaration. */
  private(this: unknown, options: Handlebars.HelperOptions) {
    if (contextOf(options).variant === 'dts') return nothing;
    return options.fn(this).replaceAll(/^export /gm, '');
  },
  /** `{{#body}}`: a function's body with its braces; `;` in a declaration. */
  body(this: unknown, options: Handlebars.HelperOptions) {
    return contextOf(options).variant === 'dts' ? ';\n' : ` {\n${options.fn(this)}}\n`;
  },
  /** `{{export}}`: `export` before a function or class, with `declare` in a declaration file. */
  export(options: Handlebars.HelperOptions) {
    return contextOf(options).variant === 'dts' ? 'export declare' : 'export';
  },
  /** `{{use "name"}}`: a name of the runtime library; its import follows by itself. */
  use(name: string, options: Handlebars.HelperOptions) {
    contextOf(options).used.add(name);
    return name;
  },
  /** `{{print code}}`: an expression or a type, broken over lines where it would be too long. */
  print(code: Code, options: Handlebars.HelperOptions) {
    const { codes } = contextOf(options);
    codes.push(code);
    return codeMark(codes.length - 1);
  },
  /** `{{mark name origin}}`: a name that the source map ties to its declaration. */
  mark(name: string, origin: Origin, options: Handlebars.HelperOptions) {
    const { origins } = contextOf(options);
    origins.push(origin);
    return mark(origins.length - 1) + name;
  },
  /** `{{doc view indent}}`: the doc comment of a declared thing; the line vanishes when there is nothing to say. */
  doc(view: DocumentedView, indent: unknown) {
    return docComment(view, typeof indent === 'number' ? ' '.repeat(indent) : '');
  },
};

/** With which a name is either a helper or stands in the view, and need not be looked for in both. */
const knownHelpers = Object.fromEntries([...Object.keys(helpers), 'verbatim', 'digest'].map((name) => [name, true]));

interface DocumentedView {
  readonly doc: Comment;
  readonly deprecated: boolean;
  readonly place: string;
  /** Further tags such as `@unit ms`. */
  readonly tags?: readonly string[];
}

function docComment(view: DocumentedView, indent: string): string {
  const tail = [...(view.tags ?? []), ...(view.deprecated ? ['@deprecated'] : [])];
  const lines: string[] = [...view.doc];
  if (view.place !== '') tail.push(`@see ${view.place}`);
  if (lines.length === 0 && tail.length === 0) return nothing;
  const line = `${indent}/** ${[...lines, ...tail].join(' ')} */`;
  // One line each of text and place go together, as most members have no more.
  if (lines.length + tail.length === 1 || (lines.length === 1 && tail.length === 1 && line.length <= 120)) return line;
  if (lines.length > 0 && tail.length > 0) lines.push('');
  const all = [...lines, ...tail].map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...all, `${indent} */`].join('\n');
}

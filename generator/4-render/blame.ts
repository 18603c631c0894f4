/** Whose fault it is when rendering fails: each template that an error passes on its way out adds its name. */
import type Handlebars from 'handlebars';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { OwnTemplate } from '../ir/plugin.ts';

/** An error with the templates that it came through, the innermost first. */
export class TemplateError extends Error {
  readonly trail: string[];
  /** 1-based line and 0-based column in the innermost template; undefined when Handlebars does not say. */
  readonly at: { readonly line: number; readonly column: number } | undefined;

  constructor(cause: unknown, template: string) {
    const { message, at } = described(cause);
    super(message, { cause });
    this.trail = [template];
    this.at = at;
  }
}

/** Signs errors for all templates of an engine: returns the template that does. */
export function signer(): (name: string, delegate: Handlebars.TemplateDelegate) => Handlebars.TemplateDelegate {
  let depth = 0;
  return (name, delegate) => (view, options) => {
    depth++;
    try {
      if (depth > maxDepth) throw new Error('it includes itself without end');
      return delegate(view, options);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw new TemplateError(error, name);
      error.trail.push(name);
      throw error;
    } finally {
      depth--;
    }
  };
}

/** Templates within templates; ours are no deeper than 6. Far from where the stack itself would end. */
const maxDepth = 50;

/** WM4005 for the nearest template of the package's own that the error came through; undefined when it came through none. */
export function blame(error: unknown, own: ReadonlyMap<string, OwnTemplate>): Diagnostic | undefined {
  if (!(error instanceof TemplateError)) return undefined;
  const template = error.trail.find((name) => own.has(name));
  if (template === undefined) return undefined;
  const at = template === error.trail[0] ? error.at : undefined;
  const inside = template === error.trail[0] ? '' : ` (in "${error.trail[0]!}", which it includes)`;
  const place = { file: own.get(template)!.file, line: at?.line ?? 1, column: (at?.column ?? 0) + 1, length: 0 };
  return diagnose('WM4005', place, { template, problem: `${error.message}${inside}.` });
}

/** What Handlebars says, on one line: its parser draws a picture of the place and lists all that it would rather see. */
function described(cause: unknown): Pick<TemplateError, 'message' | 'at'> {
  const { message, lineNumber, column } = cause as { message?: string; lineNumber?: number; column?: number };
  const text = String(message ?? cause);
  const parse = /^(?:Parse error|Lexical error) on line (\d+)/.exec(text);
  if (parse !== null) {
    const [, lines = ''] = text.split('\n');
    const got = /got '(\w+)'/.exec(text)?.[1];
    const problem =
      got === undefined ? 'it does not parse' : `it does not parse, for ${tokenNames[got] ?? got} comes unexpectedly`;
    return {
      message: lines.trim() === '' ? problem : `${problem} at "${lines.trim()}"`,
      at: { line: Number(parse[1]), column: 0 },
    };
  }
  const plain = text
    .replace(/ - \d+:\d+$/, '')
    .replace(/ in \[object \w+\]$/, '')
    .replace(/\.$/, '')
    .split('\n')[0]!;
  return { message: plain, at: lineNumber === undefined ? undefined : { line: lineNumber, column: column ?? 0 } };
}

/** Tokens of Handlebars' grammar in words. */
const tokenNames: Readonly<Record<string, string>> = { EOF: 'the end', INVALID: 'a character', OPEN_ENDBLOCK: '{{/' };

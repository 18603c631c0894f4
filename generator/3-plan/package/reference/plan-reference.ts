/** Plans the reference documentation of a package: one page of Markdown, and a site of HTML pages that loads nothing. */
import type { Markup } from '../../../ir/printable.ts';
import type { PlannedFile } from '../../../ir/package-plan.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import type { ReferenceView } from '../../../ir/view/reference-view.ts';
import type { PlanOptions } from '../../options.ts';
import type { Symbols } from '../../symbols.ts';
import { clauseBook, clausesPage, type ClauseBook } from './clauses.ts';
import { loadExamples, type Examples } from './example/examples.ts';
import { htmlInk, pageOf } from './html-ink.ts';
import type { Ink } from './ink.ts';
import { markdownInk } from './markdown-ink.ts';
import type { Places, ReferenceContext } from './context.ts';
import { fileName, moduleView } from './module.ts';
import { specId } from './spec-module.ts';

/** Folder of the documents. */
export const referenceFolder = 'reference';

/** @returns Nothing unless the options ask for one of the forms, or when there is nothing to document. */
export async function planReference(
  { protocol, symbols, summary }: Pick<ReferenceContext, 'protocol' | 'symbols'> & { readonly summary: string },
  options: PlanOptions,
): Promise<readonly PlannedFile[]> {
  const { markdown, html } = { markdown: options.markdown === true, html: options.html === true };
  if ((!markdown && !html) || symbols.modules.length === 0) return [];
  const facts: Facts = { protocol, symbols, summary, options, examples: await loadExamples(protocol) };
  return [
    ...(markdown
      ? [
          document(
            'reference.md',
            'reference/markdown',
            view(facts, { ink: markdownInk(), root: '', title: options.packageName }),
          ),
        ]
      : []),
    ...(html ? site(facts) : []),
  ];
}

interface Facts {
  readonly protocol: Protocol;
  readonly symbols: Symbols;
  readonly summary: string;
  readonly options: PlanOptions;
  readonly examples: Examples;
}

const document = (path: string, template: string, planned: ReferenceView): PlannedFile => ({
  kind: 'text',
  path: `${referenceFolder}/${path}`,
  template,
  view: planned,
});

function site(facts: Facts): readonly PlannedFile[] {
  const { symbols, options } = facts;
  const book = clauseBook(options.clauses ?? []);
  const index = view(facts, { ink: htmlInk(''), root: '', title: options.packageName, book });
  return [
    document('index.html', 'reference/index', index),
    ...(book.areas.length === 0
      ? []
      : [document(clausesPage, 'reference/clauses', { ...index, title: 'Clauses' as Markup, areas: book.areas })]),
    ...symbols.modules.map(({ path, holds }) => {
      const root = '../'.repeat(path.split('/').length);
      const page = { ink: htmlInk(root), root, title: fileName(holds), book, module: path };
      return document(pageOf(path), 'reference/module', view(facts, page));
    }),
  ];
}

interface Page {
  readonly ink: Ink;
  readonly root: string;
  readonly title: string;
  /** Clauses to lead to; none in Markdown. */
  readonly book?: ClauseBook;
  /** The one module that the page is about. Default: all. */
  readonly module?: string;
}

function view({ protocol, symbols, summary, options, examples }: Facts, page: Page): ReferenceView {
  const { ink, root, title, book, module } = page;
  const context: ReferenceContext = {
    ink,
    protocol,
    symbols,
    examples,
    packageName: options.packageName,
    links: (traits) => book?.links(traits, root) ?? [],
    places: placesOf(symbols),
  };
  return {
    title: ink.text(title),
    packageName: ink.text(options.packageName),
    version: ink.text(options.packageVersion),
    summary: ink.text(summary),
    generator: ink.text(options.generator),
    root: root as Markup,
    modules: symbols.modules
      .filter(({ path }) => module === undefined || path === module)
      .map((one) => moduleView(one, context)),
    areas: [],
    hasClauses: (book?.areas.length ?? 0) > 0,
  };
}

function placesOf(symbols: Symbols): Places {
  return {
    proto: (fullName) => {
      const { module, name } = symbols.proto(fullName);
      return { place: { module, id: fullName }, name };
    },
    spec: (spec, name) => {
      const home = symbols.spec(spec, name);
      return { place: { module: home.module, id: specId('type', name) }, name: home.name };
    },
  };
}

/** Renders doclets in the three forms that JSDoc comes in: comments in source, jsdoc-to-markdown, flattened text. */
import type { DocRow, Doclet } from '../jsdoc/doclet.ts';

export function renderSource(doclets: readonly Doclet[]): string {
  const blocks = doclets.map((doclet) => {
    const lines = doclet.description === '' ? [] : doclet.description.split('\n');
    const tag =
      doclet.kind === 'event'
        ? `@event ${doclet.name}`
        : doclet.kind === 'callback'
          ? `@callback ${doclet.name}`
          : `@typedef {${doclet.type}} ${doclet.name}`;
    lines.push(tag);
    for (const row of doclet.rows) {
      lines.push(
        `@${doclet.kind === 'typedef' ? 'property' : 'param'} {${row.type}} ${bracketed(row)} ${row.description}`,
      );
    }
    return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
  });
  return `/** @module sdk */\n\n${blocks.join('\n\n')}\n`;
}

const bracketed = ({ name, isOptional }: DocRow): string => (isOptional ? `[${name}]` : name);

const kindOf = (doclet: Doclet): string => (doclet.kind === 'event' ? 'event emitted by' : 'inner typedef of');

export function renderMarkdown(doclets: readonly Doclet[]): string {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const blocks = doclets.map((doclet) => {
    const head =
      doclet.kind === 'event'
        ? `### "${doclet.name}"`
        : `### sdk~${doclet.name} : <code>${escape(doclet.kind === 'callback' ? 'function' : doclet.type)}</code>`;
    const lines = [`<a name="module_sdk..${doclet.name}"></a>`, '', head, escape(doclet.description), ''];
    lines.push(`**Kind**: ${kindOf(doclet)} [<code>sdk</code>](#module_sdk)  `);
    if (doclet.rows.length > 0) {
      lines.push(...(doclet.kind === 'typedef' ? ['**Properties**'] : []), '');
      lines.push(`| ${doclet.kind === 'typedef' ? 'Name' : 'Param'} | Type | Description |`, '| --- | --- | --- |');
      for (const row of doclet.rows) {
        const type = row.type.split(' | ').map((each) => `<code>${escape(each)}</code>`);
        lines.push(`| ${bracketed(row)} | ${type.join(' \\| ')} | ${escape(row.description).replaceAll('|', '\\|')} |`);
      }
    }
    return lines.join('\n');
  });
  return `<a name="module_sdk"></a>\n\n## sdk\n\n${blocks.join('\n\n')}\n`;
}

export function renderText(doclets: readonly Doclet[]): string {
  const blocks = doclets.map((doclet) => {
    const head =
      doclet.kind === 'event'
        ? `"${doclet.name}"`
        : `sdk~${doclet.name} : ${doclet.kind === 'callback' ? 'function' : doclet.type}`;
    const lines = [
      head,
      '',
      ...(doclet.description === '' ? [] : [doclet.description, '']),
      `Kind: ${kindOf(doclet)} sdk`,
    ];
    if (doclet.rows.length > 0) {
      lines.push(...(doclet.kind === 'typedef' ? ['Properties'] : []), '');
      lines.push(`${doclet.kind === 'typedef' ? 'Name' : 'Param'} Type Description`);
      for (const row of doclet.rows) lines.push(`${bracketed(row)} ${row.type} ${row.description}`.trimEnd());
    }
    return lines.join('\n');
  });
  return `sdk\n\n${blocks.join('\n\n')}\n`;
}

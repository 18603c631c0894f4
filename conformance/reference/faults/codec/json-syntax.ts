/** Faults in what counts as JSON text, and in what may stand at its top. */
import type { Fault } from '../fault.ts';
import { all } from './json-names-tools.ts';
import { any, scalar } from './places.ts';
import { codec } from './row.ts';
import { acceptsPattern, acceptsText, refusesText } from './ways.ts';

export const jsonSyntaxFaults: readonly Fault[] = [
  codec('trailing-comma-accepted', ['json.syntax', 'json.list'], all, acceptsPattern(/,(\s*[\]}])/g, '$1')),
  codec('leading-comma-accepted', ['json.syntax', 'json.list'], all, acceptsPattern(/([[{]\s*),/g, '$1')),
  codec('single-quotes-accepted', ['json.syntax'], all, acceptsPattern(/'/g, '"')),
  codec('comments-accepted', ['json.syntax'], all, acceptsPattern(/\/\/.*\n|\/\*.*?\*\//g, '')),
  codec('line-comments-accepted', ['json.syntax'], all, acceptsPattern(/\/\/.*\n/g, '')),
  codec('bare-names-accepted', ['json.syntax'], all, acceptsPattern(/([{,]\s*)([A-Za-z_]\w*)\s*:/g, '$1"$2":')),
  codec('text-after-the-value-ignored', ['json.syntax'], all, acceptsPattern(/^(\{\}).+$/gs, '$1')),
  codec(
    'second-value-ignored',
    ['json.syntax'],
    all,
    acceptsText((text) =>
      text.length % 2 === 0 && text.slice(0, text.length / 2) === text.slice(text.length / 2)
        ? text.slice(text.length / 2)
        : undefined,
    ),
  ),
  codec(
    'missing-brace-supplied',
    ['json.syntax'],
    all,
    acceptsText((text) => (text.startsWith('{') ? `${text}}` : undefined)),
  ),
  codec('nothing-is-empty', ['json.syntax'], all, acceptsPattern(/^\s*$/g, '{}')),
  codec('null-is-empty', ['json.message.object'], all, acceptsPattern(/^\s*null\s*$/g, '{}')),
  codec('array-is-empty', ['json.message.object'], all, acceptsPattern(/^\s*\[\s*\]\s*$/g, '{}')),
  codec('any-scalar-is-empty', ['json.message.object'], all, acceptsPattern(/^(?:\d+|"[^"]*"|true|false)$/g, '{}')),
  codec('first-of-an-array', ['json.message.object'], all, acceptsPattern(/^\[(.*)\]$/gs, '$1')),
  codec(
    'leading-zeros-accepted',
    ['json.syntax', 'json.float.form', 'json.int.string'],
    any(scalar('int32', 'double')),
    acceptsPattern(/([:[,-])0+(\d)/g, '$1$2'),
  ),
  codec(
    'plus-accepted',
    ['json.syntax', 'json.float.form'],
    any(scalar('int32', 'double')),
    acceptsPattern(/([:[,])\+(\d)/g, '$1$2'),
  ),
  codec(
    'point-without-digits-accepted',
    ['json.syntax', 'json.float.form'],
    any(scalar('double')),
    acceptsPattern(/(\d)\.([\]},])/g, '$1$2'),
  ),
  codec(
    'digits-before-the-point-optional',
    ['json.syntax', 'json.float.form'],
    any(scalar('double')),
    acceptsPattern(/([:[,])\.(\d)/g, '$10.$2'),
  ),
  codec(
    'hexadecimal-literals-accepted',
    ['json.syntax', 'json.float.form'],
    any(scalar('double')),
    acceptsPattern(/([:[,])0x10/g, '$116'),
  ),
  codec(
    'raw-line-ends-in-strings-accepted',
    ['json.string', 'json.syntax'],
    any(scalar('string')),
    acceptsText((text) => (text.includes('a\nb') ? text.replaceAll('a\nb', 'a\\nb') : undefined)),
  ),
  codec(
    'raw-controls-in-strings-accepted',
    ['json.string', 'json.syntax'],
    any(scalar('string')),
    acceptsText((text) => (text.includes('\u0000') ? text.replaceAll('\u0000', '\\u0000') : undefined)),
  ),
  codec(
    'escapes-of-other-languages-accepted',
    ['json.string', 'json.syntax'],
    any(scalar('string')),
    acceptsPattern(/\\x([0-9a-f]{2})/g, '\\u00$1'),
  ),
  codec(
    'short-escapes-accepted',
    ['json.string', 'json.syntax'],
    any(scalar('string')),
    acceptsPattern(/\\u([0-9a-f]{2})"/g, '\\u00$1"'),
  ),
  codec('white-space-refused', ['json.whitespace'], all, refusesText(/[\n\t]/)),
  codec('white-space-at-the-ends-refused', ['json.whitespace'], all, refusesText(/^\s|\s$/)),
];

/** Faults in what is taken for JSON that show at one spelling alone. */
import type { Fault } from '../fault.ts';
import { all } from './json-names-tools.ts';
import { any, float, list, scalar } from './places.ts';
import { codec } from './row.ts';
import { acceptsPattern, acceptsText, refusesText } from './ways.ts';

export const jsonSyntaxCornersFaults: readonly Fault[] = [
  codec(
    'other-spaces-accepted',
    ['json.syntax', 'json.whitespace'],
    all,
    acceptsPattern(/[\u00a0\u2028\u2029\u3000]+(?=[{}[\]:,"]|$)/g, ' '),
  ),
  codec('form-feeds-accepted', ['json.syntax', 'json.whitespace'], all, acceptsPattern(/[\f\v]/g, ' ')),
  codec('tabs-refused', ['json.whitespace'], all, refusesText(/[{,:[]\t/)),
  codec('carriage-returns-refused', ['json.whitespace'], all, refusesText(/\r/)),
  codec(
    'closing-brackets-mixed-up',
    ['json.syntax'],
    all,
    acceptsText((given) => (/^\{[^[]*\]$/.test(given) ? given.replace(/\]$/, '}') : undefined)),
  ),
  codec('missing-comma-supplied', ['json.syntax'], all, acceptsPattern(/(["\d}\]el])(\s+)"/g, '$1,$2"')),
  codec('missing-colon-supplied', ['json.syntax'], all, acceptsPattern(/("\w+")\s+(?=[\d"{[tfn])/g, '$1:')),
  codec('semicolons-accepted', ['json.syntax'], all, acceptsPattern(/;/g, ',')),
  codec('equals-accepted', ['json.syntax'], all, acceptsPattern(/("\w+")\s*=/g, '$1:')),
  codec('two-commas-accepted', ['json.syntax', 'json.list'], all, acceptsPattern(/,\s*,/g, ',')),
  codec(
    'unclosed-string-accepted',
    ['json.syntax', 'json.string'],
    all,
    acceptsText((given) => `${given}"}`),
  ),
  codec(
    'unclosed-list-accepted',
    ['json.syntax', 'json.list'],
    any(list),
    acceptsText((given) => `${given}]}`),
  ),
  codec(
    'exponent-without-digits-accepted',
    ['json.syntax', 'json.float.form'],
    any(float),
    acceptsPattern(/(\d)[eE][+-]?(?=[,}\]])/g, '$1'),
  ),
  codec('minus-alone-accepted', ['json.syntax', 'json.float.form'], any(float), acceptsPattern(/:-(?=[,}\]])/g, ':0')),
  codec('two-minus-accepted', ['json.syntax', 'json.float.form'], any(float), acceptsPattern(/--/g, '')),
  codec(
    'words-cut-short-accepted',
    ['json.syntax', 'json.bool'],
    any(scalar('bool')),
    acceptsPattern(/:tru(?=[,}\]])/g, ':true'),
  ),
];

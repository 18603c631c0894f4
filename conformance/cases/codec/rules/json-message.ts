/** Rules of a message's JSON text as a whole: what is no JSON, what is no message, white space, names that nothing has. */
import { plainMessage } from '../edges.ts';
import { casesOf as cases, means, refused, survived, type Sample } from '../sample.ts';
import { isObject, printExact, type ExactJson } from '../../../reference/oracle/json-text.ts';
import { messageToJson, messageToJsonText } from '../../../reference/oracle/to-json.ts';
import { isSample, type MessageRule } from './whole-message.ts';

/** JSON with all the white space there may be. */
function printSpaced(value: ExactJson): string {
  const list = (open: string, items: readonly string[], close: string): string =>
    `${open} \n${items.join('\t,\r\n ')} ${close}`;
  if (Array.isArray(value)) return list('[', value.map(printSpaced), ']');
  if (!isObject(value)) return printExact(value);
  return list(
    '{',
    Object.entries(value).map(([name, item]) => `${JSON.stringify(name)} \n: ${printSpaced(item)}`),
    '}',
  );
}

export const jsonText: MessageRule = (subject) => {
  const { schema, message } = subject;
  if (message.wellKnown !== undefined) return [];
  const whole = plainMessage(schema, message);
  const text = messageToJsonText(schema, message, whole);
  const body = text.slice(1, -1);
  const syntax = [
    '',
    ' ',
    '{',
    '}',
    '{]',
    '{}}',
    '{},',
    '{}{}',
    '{} x',
    '// c\n{}',
    '/* c */{}',
    "{'a':1}",
    '{a:1}',
    '{"a"}',
    '{"a":}',
    '{:1}',
    '{,}',
    '\ufeff',
    'nul',
    `{${body},}`,
    `${text}${text}`,
    `${text.slice(0, -1)}`,
    `{${body},"`,
    `// c\n${text}`,
    `${text} // c`,
    `/* c */${text}`,
    ...(body === '' ? [] : [text.replace(/"([^"]*)":/, '$1:'), text.replace(/"([^"]*)":/, "'$1':"), `{,${body}}`]),
  ];
  const tops = ['null', '1', '"a"', 'true', '[]', `[${text}]`];
  const spaced = [` ${text} `, `\n\t\r ${text}\r\n`, printSpaced(messageToJson(schema, message, whole))];
  const strangers = ['noSuchField', '', '__proto__', 'constructor', 'toString', '@type', '[a.b]', '$unknown'].filter(
    (name) => !message.byJsonName.has(name),
  );
  const unknown = strangers.flatMap((name) =>
    ['1', 'null', '{}', '"a"'].map((value) => `{${JSON.stringify(name)}:${value}}`),
  );
  const deep = isSample(subject) ? ['[', '{"a":'].map((open) => `{"noSuchField":${open.repeat(20_000)}`) : [];
  const refuse = (texts: readonly string[]): Sample[] => texts.map((input) => ({ input, outcome: refused }));
  return [
    ...cases(subject, { id: 'json/syntax', clauses: ['json.syntax'], what: 'Text that is not JSON' }, refuse(syntax)),
    ...cases(
      subject,
      { id: 'json/top', clauses: ['json.message.object'], what: 'Values that are no object' },
      refuse(tops),
    ),
    ...cases(
      subject,
      { id: 'json/whitespace', clauses: ['json.whitespace'], what: 'White space between tokens' },
      spaced.map((input) => ({ input, outcome: means(whole) })),
    ),
    ...cases(
      subject,
      { id: 'json/unknown-name', clauses: ['json.name.unknown'], what: 'Names that no field has' },
      refuse(unknown),
    ),
    ...cases(
      subject,
      { id: 'json/deep', clauses: ['json.depth.survived'], what: 'Text nested thousands deep' },
      deep.map((input) => ({ input, outcome: survived })),
    ),
  ];
};

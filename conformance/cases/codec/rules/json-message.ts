/** Rules of a message's JSON text as a whole: what is no JSON, what is no message, white space, names that nothing has. */
import { plainMessage } from '../edges.ts';
import { casesOf as cases, means, refused, survived, type Sample } from '../sample.ts';
import { isObject, printExact, type ExactJson } from '../../../reference/oracle/json-text.ts';
import { messageToJson, messageToJsonText } from '../../../reference/oracle/to-json.ts';
import { isSample, type MessageRule } from './whole-message.ts';

/** The white space of RFC 8259 section 2, and what some parsers take for it. */
const everySpace = ' \t\r\n';
const noSpaces = ['\f', '\v', '\0', '\u0085', '\u00a0', '\u2028', '\u3000'];

/** JSON with all the white space there may be. */
function printSpaced(value: ExactJson): string {
  const list = (open: string, items: readonly string[], close: string): string =>
    `${open}${everySpace}${items.join(`${everySpace},${everySpace}`)}${everySpace}${close}`;
  if (Array.isArray(value)) return list('[', value.map(printSpaced), ']');
  if (!isObject(value)) return printExact(value);
  return list(
    '{',
    Object.entries(value).map(
      ([name, item]) => `${JSON.stringify(name)}${everySpace}:${everySpace}${printSpaced(item)}`,
    ),
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
    ...noSpaces.flatMap((space) => [`${space}${text}`, `${text}${space}`, `{${space}${body}}`]),
    ...wrongPunctuation(messageToJson(schema, message, whole)),
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

/** The members of an object with something else between them, or between a name and its value. */
function wrongPunctuation(object: ExactJson): readonly string[] {
  const members = isObject(object) ? Object.entries(object) : [];
  const [first] = members;
  if (first === undefined) return [];
  const written = (between: string): readonly string[] =>
    members.map(([name, item]) => `${JSON.stringify(name)}${between}${printExact(item)}`);
  const separate = members.length < 2 ? [] : [' ', ';', ',,', ':'].map((by) => `{${written(':').join(by)}}`);
  return [...separate, ...[' ', '=', '::', ',', '=>'].map((by) => `{${written(by).join(',')}}`)];
}

/** Fields in JSON whatever their type: their names, null, and values of another shape. */
import { isImplicitDefault, telling, tellingField } from '../edges.ts';
import { means, refused, type Sample } from '../sample.ts';
import { fieldToJson } from '../../../reference/oracle/to-json.ts';
import { printExact } from '../../../reference/oracle/json-text.ts';
import {
  elementText,
  fieldCases,
  holding,
  withElementText,
  withText,
  type FieldRule,
  type FieldSubject,
} from './field-subject.ts';
import { hasNull } from './messages.ts';

function named(subject: FieldSubject): { readonly text: string; readonly outcome: Sample['outcome'] } {
  const { schema, info } = subject;
  const value = tellingField(schema, info, 1);
  return {
    text: printExact(fieldToJson(schema, info, value)),
    outcome: means(isImplicitDefault(info, value) ? {} : { [info.name]: value }),
  };
}

const key = (name: string, text: string): string => `{${JSON.stringify(name)}:${text}}`;

export const names: FieldRule = (subject) => {
  const { message, info } = subject;
  const { text, outcome } = named(subject);
  const escaped = `{"\\u${info.jsonName.charCodeAt(0).toString(16).padStart(4, '0')}${info.jsonName.slice(1)}":${text}}`;
  const wrong = [
    info.jsonName.toUpperCase(),
    info.jsonName.toLowerCase(),
    `${info.jsonName}_`,
    `_${info.jsonName}`,
    ` ${info.jsonName}`,
    `${info.jsonName} `,
    info.name.replaceAll('_', '-'),
    info.name.replaceAll('_', ' '),
    info.jsonName.charAt(0).toUpperCase() + info.jsonName.slice(1),
    info.jsonName.slice(0, -1),
    String(info.number),
  ]
    .filter((name, i, all) => !message.byJsonName.has(name) && all.indexOf(name) === i)
    .map((name): Sample => ({ input: key(name, text), outcome: refused }));
  const twice: Sample[] = [
    { input: `{${JSON.stringify(info.jsonName)}:${text},${JSON.stringify(info.jsonName)}:${text}}`, outcome: refused },
  ];
  if (info.name !== info.jsonName)
    twice.push({
      input: `{${JSON.stringify(info.jsonName)}:${text},${JSON.stringify(info.name)}:${text}}`,
      outcome: refused,
    });
  return [
    ...fieldCases(
      subject,
      {
        id: 'json/name',
        clauses: ['values.field.carried'],
        written: { json: ['json.name.lower-camel'] },
        what: 'The field under its JSON name',
      },
      [
        { input: key(info.jsonName, text), outcome },
        { input: escaped, outcome },
      ],
    ),
    ...fieldCases(
      subject,
      {
        id: 'json/original-name',
        clauses: ['json.name.original'],
        written: { json: ['json.name.lower-camel'] },
        what: 'The field under its name in the proto',
      },
      [{ input: key(info.name, text), outcome }],
    ),
    ...fieldCases(
      subject,
      { id: 'json/other-name', clauses: ['json.name.unknown'], what: "Names that resemble the field's" },
      wrong,
    ),
    ...fieldCases(
      subject,
      { id: 'json/twice', clauses: ['json.name.duplicate'], level: 'informational', what: 'The field given twice' },
      twice,
    ),
  ];
};

/** The names of the proto inside of a message that a field holds. */
export const namesInside: FieldRule = (subject) => {
  const { schema, info } = subject;
  const message = info.type.kind === 'message' ? schema.message(info.type.name) : undefined;
  if (message === undefined || message.wellKnown !== undefined) return [];
  if (message.fields.some(({ presence }) => presence === 'required')) return [];
  const renamed = message.fields.find(
    ({ name, jsonName, oneof, type }) => name !== jsonName && oneof === undefined && type.kind === 'scalar',
  );
  if (renamed === undefined) return [];
  const value = tellingField(schema, renamed, 1);
  const text = key(renamed.name, printExact(fieldToJson(schema, renamed, value)));
  return fieldCases(
    subject,
    {
      id: 'json/original-name-inside',
      clauses: ['json.name.original'],
      written: { json: ['json.name.lower-camel'] },
      what: 'The name of the proto in a message inside',
    },
    [{ input: withElementText(subject, text), outcome: means(holding(subject, { [renamed.name]: value })) }],
  );
};

export const nulls: FieldRule = (subject) => {
  const { info } = subject;
  const own = hasNull(subject, info);
  const field: Sample[] =
    own && info.cardinality === 'singular' ? [] : [{ input: withText(subject, 'null'), outcome: means({}) }];
  if (info.name !== info.jsonName && field.length > 0)
    field.push({ input: key(info.name, 'null'), outcome: means({}) });
  const element: Sample[] =
    own || info.cardinality === 'singular' ? [] : [{ input: withElementText(subject, 'null'), outcome: refused }];
  if (info.cardinality === 'list' && !own) {
    const text = elementText(subject, telling(subject.schema, info.type, 1));
    element.push({ input: withText(subject, `[${text},null]`), outcome: refused });
  }
  return [
    ...fieldCases(subject, { id: 'json/null', clauses: ['json.null.field'], what: 'Null for the field' }, field),
    ...fieldCases(
      subject,
      { id: 'json/null-element', clauses: ['json.null.element'], what: 'Null for an element' },
      element,
    ),
  ];
};

/** A bare element, an object, a list inside a list. */
export const badLists: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.cardinality !== 'list') return [];
  const text = elementText(subject, telling(schema, info.type, 1));
  const isList = info.type.kind === 'message' && schema.message(info.type.name).wellKnown !== undefined;
  const texts = [
    // Null is no bare element of a list of nulls: it leaves the field unset.
    ...(text === 'null' ? [] : [text]),
    '{}',
    '"a"',
    '1',
    'true',
    '{"0":1}',
    ...(isList ? [] : [`[[${text}]]`]),
    `[${text},]`,
    `[,${text}]`,
  ].filter((form) => !form.startsWith('[') || form !== text);
  const samples = texts.map((form): Sample => ({ input: withText(subject, form), outcome: refused }));
  // Cut off before the list ends.
  samples.push({ input: withText(subject, `[${text}`).slice(0, -1), outcome: refused });
  const empty: Sample[] = [
    { input: withText(subject, '[]'), outcome: means({}) },
    { input: withText(subject, '[ ]'), outcome: means({}) },
  ];
  const held = tellingField(schema, info, 1);
  return [
    ...fieldCases(
      subject,
      { id: 'json/list-bad', clauses: ['json.list'], what: 'What is no list of the type' },
      isList ? [] : samples,
    ),
    ...fieldCases(
      subject,
      {
        id: 'json/list-empty',
        clauses: ['json.list'],
        written: { json: ['json.default.omitted'] },
        what: 'An empty list',
      },
      empty,
    ),
    ...fieldCases(subject, { id: 'json/list', clauses: ['json.list'], what: 'A list' }, [
      { input: withText(subject, printExact(fieldToJson(schema, info, held))), outcome: means({ [info.name]: held }) },
    ]),
  ];
};

export const badMessages: FieldRule = (subject) => {
  const { schema, info } = subject;
  if (info.type.kind !== 'message' || schema.message(info.type.name).wellKnown !== undefined) return [];
  const texts = ['1', '"a"', 'true', '""', ...(info.cardinality === 'list' ? [] : ['[]', '[{}]'])];
  return fieldCases(
    subject,
    { id: 'json/message-bad', clauses: ['json.message.type'], what: 'What is no message' },
    texts.map((text): Sample => ({ input: withElementText(subject, text), outcome: refused })),
  );
};

/** An empty map leaves nothing behind. */
export const emptyMaps: FieldRule = (subject) =>
  subject.info.cardinality === 'map'
    ? fieldCases(
        subject,
        {
          id: 'json/map-empty',
          clauses: ['json.map'],
          written: { json: ['json.default.omitted'] },
          what: 'An empty map',
        },
        [{ input: withText(subject, '{}'), outcome: means({}) }],
      )
    : [];

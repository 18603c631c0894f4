/** Laws of the import: nothing makes it throw, what was rendered is read again, and forms of the same facts agree. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { checkDocument } from '../../diagnostics/document.ts';
import { check } from '../1-read/proto/check/check.ts';
import { outline } from '../1-read/proto/outline/outline.ts';
import { loadSchema } from '../1-read/spec/read-file.ts';
import { readTypes } from '../1-read/spec/read-types.ts';
import type { EventSpecFile } from '../ir/schema/event-spec.gen.ts';
import { importDocuments } from './import.ts';
import type { DocRow, Doclet } from './jsdoc/doclet.ts';
import type { FileDraft } from './proto/draft.ts';
import type { OutputFile } from './output.ts';
import { readProtocGenDocJson } from './protoc-gen-doc/read-json.ts';
import { readProtocGenDocMarkdown } from './protoc-gen-doc/read-markdown.ts';
import { importSource } from './source.ts';
import * as doclets from './test/render-doclets.ts';
import { renderJson, renderMarkdown } from './test/render-proto.ts';
import { readers } from './detect.ts';

const runs = { numRuns: 25 };
const nothingGiven = { name: 'draft', numbers: [], decided: [], specOverlays: [] };

const words = fc
  .array(
    fc.constantFrom('alpha', 'x < y', '"quoted"', "it's", 'a & b', 'one | two', '1.5', 'ümlaut', '&amp;', 'end.'),
    { maxLength: 4 },
  )
  .map((all) => all.join(' '));
const lines = fc.array(words, { maxLength: 3 }).map((all) => all.filter((line) => line !== '').join('\n'));
const origin = { line: 0 };

describe('pages of protoc-gen-doc', () => {
  const names = fc.uniqueArray(fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'), {
    minLength: 3,
    maxLength: 5,
  });
  const labels = fc.constantFrom('', 'optional', 'repeated') as fc.Arbitrary<'' | 'optional' | 'repeated'>;
  const file = fc
    .record({ names, scope: fc.constantFrom('acme', 'acme.chat.v1'), isNested: fc.boolean() })
    .chain(({ names: [first, second, third, ...rest], scope, isNested }) => {
      const nested = isNested ? `${first}.${second}` : second!;
      const typed = (long: string): { long: string; full: string } => ({ long, full: `${scope}.${long}` });
      const types = fc.constantFrom(
        { long: 'string', full: 'string' },
        { long: 'int64', full: 'int64' },
        typed(first!),
        typed(nested),
        typed(third!),
      );
      const field = fc.record({
        label: labels,
        type: types,
        description: lines,
        deprecated: fc.boolean(),
        oneof: fc.constantFrom(undefined, 'choice'),
      });
      const common = { origin, default: undefined, number: undefined, mapKey: undefined, commentedOut: [] };
      const fields = fc.array(field, { maxLength: 4 }).map((all) =>
        all.map((each, at) => ({
          ...each,
          ...common,
          name: `field_${at}`,
          label: each.oneof === undefined ? each.label : ('' as const),
        })),
      );
      const value = fc.record({ number: fc.integer({ min: -5, max: 2000 }), description: lines });
      const values = fc
        .array(value, { minLength: 1, maxLength: 4 })
        .map((all) =>
          all.map((each, at) => ({ ...each, origin, name: `VALUE_${at}`, deprecated: false, commentedOut: [] })),
        );
      const method = fc.record({ description: lines, clientStreaming: fc.boolean(), serverStreaming: fc.boolean() });
      const methods = fc.array(method, { maxLength: 2 }).map((all) =>
        all.map((each, at) => ({
          ...each,
          origin,
          name: `Call${at}`,
          input: typed(first!),
          output: typed(nested),
          deprecated: false,
          http: [],
        })),
      );
      const about = { deprecated: false, origin };
      return fc
        .record({ description: lines, one: fields, two: fields, values, methods, words: lines })
        .map((made): FileDraft => ({
          name: 'acme/doc.proto',
          package: scope,
          description: made.description,
          origin,
          messages: [
            { ...about, name: first!, description: made.words, fields: made.one, extensions: [] },
            { ...about, name: nested, description: '', fields: made.two, extensions: [] },
          ],
          enums: [{ ...about, name: third!, description: made.words, values: made.values }],
          extensions: [],
          services: rest.slice(0, 1).map((name) => ({ ...about, name, description: '', methods: made.methods })),
        }));
    });
  const withoutLines = (files: readonly FileDraft[] | undefined): unknown =>
    JSON.parse(JSON.stringify(files ?? [], (key, value: unknown) => (key === 'origin' ? undefined : value)));
  const style = fc.record({
    anchor: fc.constantFrom('.' as const, '-' as const),
    isEmptyTag: fc.boolean(),
    lineEnd: fc.constantFrom('<br>' as const, '\n' as const),
    isCustom: fc.constant(false),
  });

  test('rendering, then importing is the identity', () => {
    fc.assert(
      fc.property(file, style, (drawn, look) => {
        const read = readProtocGenDocMarkdown(importSource('page.md', renderMarkdown([drawn], look)));
        expect(read.diagnostics).toEqual([]);
        expect(withoutLines(read.value?.files)).toEqual(withoutLines([drawn]));
      }),
      runs,
    );
  });

  test('JSON says the same', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (drawn) => {
        const read = await readProtocGenDocJson(importSource('doc.json', renderJson([drawn])));
        expect(read.diagnostics).toEqual([]);
        expect(withoutLines(read.value?.files)).toEqual(withoutLines([drawn]));
      }),
      runs,
    );
  });

  test('a custom template gives the same .proto as the stock one', async () => {
    await fc.assert(
      fc.asyncProperty(file, style, async (drawn, look) => {
        const texts = [
          renderMarkdown([drawn], look),
          renderMarkdown([drawn], { ...look, isCustom: true }),
          renderJson([drawn]),
        ];
        const made = await Promise.all(
          texts.map((text) =>
            importDocuments({ ...nothingGiven, from: 'protoc-gen-doc', files: [{ file: 'page', text }] }),
          ),
        );
        const [first, ...others] = made.map(({ value }) => value?.[0]?.text);
        expect(first).toContain('syntax = "proto');
        for (const other of others) expect(other).toBe(first);
      }),
      { numRuns: 12 },
    );
  });

  test('a page of 16,000 lines is read', () => {
    const page = renderMarkdown([fc.sample(file, { numRuns: 1, seed: 7 })[0]!], {
      anchor: '-',
      isEmptyTag: false,
      lineEnd: '<br>',
      isCustom: false,
    });
    const [head = '', body = ''] = page.split(/(?=<a name="acme_doc-proto">)/);
    const count = Math.ceil(16_000 / body.split('\n').length);
    const text = head + Array.from({ length: count }, (_, at) => body.replaceAll('acme', `acme${at}`)).join('\n');
    expect(text.split('\n').length).toBeGreaterThanOrEqual(16_000);
    expect(readProtocGenDocMarkdown(importSource('big.md', text)).value?.files).toHaveLength(count);
  });
});

describe('the three forms of JSDoc', () => {
  const descriptions = fc.constantFrom(
    '',
    'A word',
    'User ID,int64',
    'int64',
    'State: 0 - New, 1 - Read, int32',
    'State, 0: New 1: Read 2: Gone',
    'Kinds: roster - friend, group - group',
    'Message types: text, image, audio',
    'Whether it is: true - yes, false - no (default)',
    'Time (seconds), 0 means none, -1 means for ever',
    'Sizes < 5 & others',
    'Duration in minutes.int32',
  );
  const types = fc.constantFrom(
    'string',
    'number',
    'boolean',
    'object',
    'string | object',
    'Array.<number>',
    'object.<string, string>',
    'Known',
    'Unknown',
    'Known | null',
  );
  const row = (name: string): fc.Arbitrary<DocRow> =>
    fc
      .record({ type: types, isOptional: fc.boolean(), description: descriptions })
      .map((made) => ({ ...made, name, line: 0, default: undefined, written: undefined }));
  const rows = (prefix: string): fc.Arbitrary<DocRow[]> =>
    fc.tuple(row(`${prefix}id`), row(`${prefix}status`), row(`${prefix}type`)).map((all) => [...all]);
  const base = { owner: 'sdk', deprecated: false, examples: [], line: 0 };
  const typedef = (name: string): fc.Arbitrary<Doclet> =>
    fc
      .record({ rows: rows(''), description: fc.constantFrom('', 'A thing.', 'Two words.') })
      .map((made) => ({ ...base, ...made, kind: 'typedef', name, type: 'object' }));
  const dotted: DocRow = {
    name: 'res',
    type: 'object',
    isOptional: false,
    default: undefined,
    description: 'Results',
    line: 0,
    written: undefined,
  };
  const called = (kind: 'event' | 'callback', name: string): fc.Arbitrary<Doclet> =>
    fc
      .oneof(
        fc.constant([]),
        row('cid').map((one) => [one]),
        rows('res.').map((all) => [dotted, ...all]),
      )
      .map((all) => ({ ...base, kind, name, type: '', description: 'It happens.', rows: all }));
  const document = fc.tuple(
    typedef('Known'),
    typedef('Other'),
    called('event', 'onOne'),
    called('event', 'onTwo'),
    called('callback', 'progress'),
  );

  test('give the same spec', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (drawn) => {
        const forms = [doclets.renderSource(drawn), doclets.renderMarkdown(drawn), doclets.renderText(drawn)];
        const made = await Promise.all(
          forms.map((text) => importDocuments({ ...nothingGiven, from: 'jsdoc', files: [{ file: 'sdk', text }] })),
        );
        const [first, ...others] = made.map(({ value }) => withoutLines(value?.[0]?.text ?? ''));
        expect(Object.keys((first as { events: object }).events)).toEqual(['onOne', 'onTwo']);
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 6 },
    );
  });

  test('give the same enums', async () => {
    const forms = [
      '/**\n * How it is.\n * @enum {number}\n */\nconst State = {\n  /** All is well. */\n  Ok: 0,\n  Bad: -1,\n};\n' +
        '/** @enum {string} */\nexports.Kind = Object.freeze({ a: "A b", b: "B" });\n',
      '## State : <code>enum</code>\nHow it is.\n\n**Kind**: global enum  \n**Properties**\n\n' +
        '| Name | Type | Default | Description |\n| --- | --- | --- | --- |\n' +
        '| Ok | <code>number</code> | <code>0</code> | All is well. |\n| Bad | <code>number</code> | <code>-1</code> |  |\n\n' +
        '## Kind : <code>enum</code>\n**Kind**: static enum of <code>sdk</code>  \n\n| Name | Type | Default |\n| --- | --- | --- |\n' +
        '| a | <code>string</code> | <code>&quot;A b&quot;</code> |\n| b | <code>string</code> | <code>&quot;B&quot;</code> |\n',
      'State : enum\n\nHow it is.\n\nKind: global enum\nProperties\n\nName Type Default Description\n' +
        'Ok number 0 All is well.\nBad number -1\n\n' +
        'Kind : enum\n\nKind: static enum of sdk\nProperties\n\nName Type Default\na string "A b"\nb string "B"\n',
    ];
    for (const text of forms) {
      const { value, diagnostics } = await importDocuments({
        ...nothingGiven,
        from: 'jsdoc',
        files: [{ file: 'sdk', text }],
      });
      expect(diagnostics).toEqual([]);
      const { enums } = withoutLines(value![0]!.text) as EventSpecFile;
      expect(enums).toMatchObject({
        State: {
          values: 'integer',
          description: 'How it is.',
          members: { Ok: { value: 0, description: 'All is well.' }, Bad: { value: -1 } },
        },
        Kind: { values: 'string', members: { a: { value: 'A b' }, b: { value: 'B' } } },
      });
    }
    const unsaid =
      'Kind : enum\n\nKind: global enum\n\nName Type Description\na string First\n\nA : object\n\nKind: global typedef\n';
    const read = await importDocuments({ ...nothingGiven, from: 'jsdoc', files: [{ file: 'sdk', text: unsaid }] });
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['WM8302']);
  });

  /** Rules stay, lines go. */
  const withoutLines = (text: string): unknown =>
    JSON.parse(
      JSON.stringify(parse(text), (key, value: unknown) =>
        key === 'from' ? [value].flat().map((each) => String(each).replace(/^[\d-]+ ?/, '')) : value,
      ),
    );
});

test('whatever the document, the import does not throw, and gives a draft or an error', async () => {
  const pieces = fc.constantFrom(
    '| Field | Type | Label | Description |',
    '| ----- | ---- | ----- | ----------- |',
    '| a | [string](#string) |  | x',
    '| a |',
    '<a name="acme-A"></a>',
    '### A',
    '# ',
    '|',
    '```',
    'Kind: event emitted by x',
    '"onA" (res)',
    'Param Type Description',
    'res.a.b Array.<{ x',
    'x~T : object',
    '**Kind**: inner typedef',
    '/** @typedef {object} T',
    ' * @property {string} [a=1] b',
    '*/',
    '/** @event x */',
    'Example',
    "{ a: 'b', c }",
    '{ __proto__: 1 }',
    'interface __proto__ {',
    '  a: [b: string]',
    '}',
    'type T = T & U;',
    'enum E { A = B }',
    'export declare const X: { a: 1 };',
    'interface A extends A {}',
    '{"files":[{"name":"../../x","messages":[{"name":"__proto__","fields":[{"name":"a"}]}]}]}',
    '\u0000',
    '\u2028',
    '',
    '| ZERO | 0 | A = 1; |',
    '| Name | Number | Description |',
  );
  const text = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 25 }).map((all) => all.join('\n'));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(undefined, ...readers), async (document, from) => {
      const request = { ...nothingGiven, from, files: [{ file: 'document.txt', text: document }] };
      const result = await importDocuments(request);
      expect(result.value !== undefined || result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      for (const { path } of result.value ?? []) expect(path).not.toMatch(/(^|\/)\.\.(\/|$)|^\//);
      expect(await importDocuments(request)).toEqual(result);
      expect(await faultsOf(result.value ?? [])).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** What keeps a draft from being read: faults of its syntax, its form, its types. Missing numbers are no such fault. */
async function faultsOf(draft: readonly OutputFile[]): Promise<string[]> {
  const faults: Diagnostic[] = [];
  for (const { path, text } of draft) {
    if (path.endsWith('.proto')) {
      const { source, diagnostics } = outline({ text, path, file: path, requested: true });
      faults.push(...diagnostics, ...check(source).filter(({ code }) => code !== 'WM1030'));
    } else {
      const validate = await loadSchema(path.endsWith('.spec.yaml') ? 'event-spec' : 'overlay');
      const read = await checkDocument<EventSpecFile>({ file: path, text, validate });
      faults.push(...read.diagnostics);
      if (read.value !== undefined && path.endsWith('.spec.yaml')) faults.push(...readTypes(read.value).diagnostics);
    }
  }
  return faults.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

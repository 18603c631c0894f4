/** AsyncAPI and OpenAPI documents: their schemas hold what the package's own hold, and every reference leads somewhere. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../../diagnostics/package-root.ts';
import { draft07 } from './draft-07.ts';

interface Document {
  readonly channels: { readonly events: { readonly messages: object } };
  readonly operations: Readonly<Record<string, { readonly action: string }>>;
  readonly components: { readonly messages: Readonly<Record<string, { name: string; payload: { $ref: string } }>> };
}

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(path.join(packageRoot(), 'out/floo', file), 'utf8')) as T;

it('judges frames as the JSON Schemas of the package do', async () => {
  const document = await read<Document>('asyncapi/floo.json');
  const { events } = await read<{ events: { name: string }[] }>('descriptor.json');
  const { messages } = document.components;
  expect(Object.values(messages).map(({ name }) => name)).toEqual(events.map(({ name }) => name));
  expect(Object.keys(document.channels.events.messages)).toEqual(Object.keys(messages));
  expect(new Set(Object.values(document.operations).map(({ action }) => action))).toEqual(new Set(['receive']));

  const settings = { strict: false, validateFormats: false } as const;
  const old = new Ajv(settings).addSchema({ components: document.components }, 'doc');
  const own = new Ajv2020(settings).addSchema(await read<object>('schemas/package.schema.json'), 'own');
  const meta = { id: 1, from: 2, to: 3, content: 'x', type: 'text', timestamp: 4 };
  const args = [
    [],
    [{}],
    [1],
    ['x'],
    [1, 2],
    [9e99],
    [meta],
    [{ ...meta, id: 'x' }],
    [null],
    [{ category: 'action' }],
    'x',
  ];
  const verdicts = { yes: 0, no: 0 };
  for (const { name, payload } of Object.values(messages)) {
    const theirs = old.getSchema(`doc${payload.$ref}`)!;
    const ours = own.getSchema(`own${payload.$ref.replace('/components/schemas/', '/$defs/')}`)!;
    for (const frame of [
      ...args.map((each) => ({ event: name, args: each })),
      { event: 'x', args: [] },
      { event: name },
    ]) {
      const verdict = ours(frame) === true;
      expect(theirs(frame), JSON.stringify(frame)).toBe(verdict);
      verdicts[verdict ? 'yes' : 'no'] += 1;
    }
  }
  expect(verdicts.yes).toBeGreaterThan(10);
  expect(verdicts.no).toBeGreaterThan(100);
});

it('says in draft-07 what 2020-12 says', () => {
  expect(draft07({ prefixItems: [true, { $ref: '#/a', description: 'b' }], items: false })).toEqual({
    items: [true, { allOf: [{ $ref: '#/a' }], description: 'b' }],
    additionalItems: false,
  });
  expect(
    draft07({ properties: { a: { $ref: '#/a', allOf: [{ not: { prefixItems: [] } }] } }, items: { $ref: '#' } }),
  ).toEqual({
    properties: { a: { allOf: [{ $ref: '#/a' }, { not: { items: [] } }] } },
    items: { $ref: '#' },
  });
});

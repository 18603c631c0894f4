import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../../diagnostics/package-root.ts';
import { createEngine } from '../../../4-render/engine.ts';
import { renderModule } from '../../../4-render/module.ts';
import type { Protocol } from '../../../ir/protocol.ts';
import { assignSymbols } from '../../symbols.ts';
import * as make from '../test/protocols.ts';
import { schemaEntries, type SchemaEntry } from '../schema/entries.ts';
import { planSchemas, usedEntries } from '../schema/plan-schemas.ts';
import { planValidators } from './plan-validators.ts';

type Validator = ((value: unknown) => boolean) & { readonly errors?: readonly Record<string, unknown>[] | null };

const templates = async (): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      ['validators', 'module'].map(
        async (name) => [name, await readFile(path.join(packageRoot(), `templates/${name}.hbs`), 'utf8')] as const,
      ),
    ),
  );

async function texts(protocol: Protocol): Promise<{ js: string; dts: string; entries: readonly SchemaEntry[] }> {
  const entries = usedEntries(schemaEntries(assignSymbols(protocol)));
  const view = await planValidators(entries);
  const tools = { engine: await createEngine(await templates()), runtime: new Map(), version: '1.2.3' };
  const [js, dts] = (['js', 'dts'] as const).map((variant) => renderModule(view, variant, tools).files[0]!.text);
  return { js: js!, dts: dts!, entries };
}

/** The module outside of this project, where there is nothing to import; in `node_modules`, so that Node itself loads it. */
async function load(js: string): Promise<Readonly<Record<string, Validator>>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-validators-'));
  const file = path.join(folder, 'node_modules/x/validators.mjs');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, js);
  const module = (await import(pathToFileURL(file).href)) as object;
  await rm(folder, { recursive: true });
  return module as Readonly<Record<string, Validator>>;
}

const chat = make.protoFile({
  enums: [make.protoEnum('chat.Kind', { KIND_: 0, TEXT: 101 })],
  messages: [
    make.message('chat.Msg', [
      make.field('client_id', make.scalar('int64')),
      make.field('constructor', make.scalar('string')),
      make.field("it's", make.scalar('bytes')),
      make.field('kind', make.enumType('chat.Kind')),
      make.field('reply', make.messageType('chat.Msg')),
      make.field('names', { kind: 'list', type: make.scalar('string') }),
      make.field('by_id', { kind: 'map', key: 'int32', type: make.messageType('chat.Msg') }),
      make.field('one', make.scalar('string'), { oneof: 'body' }),
      make.field('two', make.scalar('double'), { oneof: 'body' }),
    ]),
    make.message('chat.Due', [
      make.field('id', make.scalar('string'), { presence: 'required' }),
      make.field('sent_at', make.scalar('string'), { presence: 'required' }),
      make.field('none', make.enumType('google.protobuf.NullValue'), { oneof: 'which' }),
      make.field('some', make.scalar('string'), { oneof: 'which' }),
    ]),
    make.message('chat.Größe', [make.field('proto', make.scalar('string'), { jsonName: '__proto__' })]),
  ],
});
const app = make.eventSpec({
  types: [
    make.specObject('Meta', [
      make.specField('id', make.long),
      make.specField('next', make.typeOf('Meta'), { presence: 'optional' }),
    ]),
  ],
  events: [make.event('on-x', [make.argument('meta', make.typeOf('Meta'))])],
});
const both = make.protocol([chat], [app]);
const { js, dts, entries } = await texts(both);
const validators = await load(js);

test('every schema has a validator, declared and documented', () => {
  expect(Object.keys(validators).sort()).toEqual([
    'validateAppEventJson',
    'validateDueJson',
    'validateGrößeJson',
    'validateKindJson',
    'validateMetaJson',
    'validateMsgJson',
    'validateOnXArgsJson',
    'validateOnXEventJson',
  ]);
  for (const name of Object.keys(validators)) expect(dts).toContain(`export declare const ${name}: JsonValidator;`);
  expect(dts).toContain('/** Is the JSON value a message `Msg`? By `schemas/chat/Msg.schema.json`. */');
  expect(js).not.toMatch(/\brequire\b|\bimport\b/);
});

test('errors name the place, through references, and all of them are told', () => {
  const { validateMsgJson, validateAppEventJson } = validators as Record<string, Validator>;
  const bad = { reply: { names: ['a', 5], byId: { 1: { clientId: 'x' } } }, constructor: 1, extra: 1 };
  expect(validateMsgJson!(bad)).toBe(false);
  const places = validateMsgJson!.errors!.map((error) => error['instancePath']);
  expect(places).toEqual(expect.arrayContaining(['', '/constructor', '/reply/names/1', '/reply/byId/1/clientId']));
  expect(validateMsgJson!({})).toBe(true);
  expect(validateMsgJson!.errors).toBeNull();
  expect(validateAppEventJson!({ event: 'on-x', args: [{ id: 'no' }] })).toBe(false);
  expect(validateAppEventJson!.errors!.map((error) => error['instancePath'])).toContain('/args/0/id');
});

test('members that exclude each other, and that are missing, are named', () => {
  const { validateMsgJson, validateDueJson } = validators as Record<string, Validator>;
  const found = (validate: Validator, value: unknown): unknown[] => {
    validate(value);
    return validate.errors!.map(({ schemaPath, params, message }) => [schemaPath, params, message]);
  };
  expect(found(validateMsgJson!, { reply: { clientId: '1', client_id: '1', one: 'x', two: 2 } })).toEqual([
    ['#/allOf/0/not', {}, 'must NOT have both clientId and client_id'],
    ['#/allOf/2/oneOf', { passingSchemas: [0, 1] }, 'must NOT have more than one of one, two'],
  ]);
  expect(found(validateDueJson!, { sent_at: 'x', sentAt: 'x' })).toEqual([
    ['#/allOf/0/not', {}, 'must NOT have both sentAt and sent_at'],
    ['#/allOf/1/required', { missingProperty: 'id' }, "must have required property 'id'"],
  ]);
  expect(found(validateDueJson!, { id: 'x' })[0]).toEqual([
    '#/allOf/2/anyOf',
    {},
    'must have property sentAt or sent_at',
  ]);
  expect(found(validateMsgJson!, { names: {} })).toEqual([
    ['#/properties/names/type', { type: ['array', 'null'] }, 'must be array,null'],
  ]);
});

test('what an object only inherits is absent, and an own __proto__ is looked at', () => {
  expect(validators['validateMsgJson']!(JSON.parse('{"constructor": "x"}'))).toBe(true);
  expect(validators['validateGrößeJson']!(JSON.parse('{"__proto__": "x"}'))).toBe(true);
  expect(validators['validateGrößeJson']!(JSON.parse('{"__proto__": 5}'))).toBe(false);
});

test('the compiled validators judge as the published schemas do', () => {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  const bundle = planSchemas(entries, 'x').find((file) => file.path === 'schemas/package.schema.json')!;
  ajv.addSchema(JSON.parse((bundle as { text: string }).text) as object);
  const names = ['clientId', 'client_id', 'constructor', 'kind', 'reply', 'names', 'byId', 'one', 'two', "it's"];
  const leaf = fc.constantFrom(null, 0, -1, 1.5, 2 ** 53, '1', '-0', 'x', '', 'TEXT', 101, 'NaN', 'AA==', true);
  const { value: json } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
    object: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    value: fc.oneof({ maxDepth: 3 }, leaf, tie('object'), fc.array(tie('value'), { maxLength: 2 })),
  }));
  const compare = (definition: string, name: string) => (value: unknown) => {
    const expected = ajv.getSchema(`https://wiremark.dev/schema/x/package.schema.json#/$defs/${definition}`)!(value);
    expect(validators[name]!(value)).toBe(expected);
  };
  fc.assert(fc.property(json, compare('chat.Msg', 'validateMsgJson')), { numRuns: 2000 });
  const due = fc.dictionary(fc.constantFrom('id', 'sentAt', 'sent_at', 'none', 'some'), leaf, {
    noNullPrototype: true,
  });
  fc.assert(fc.property(due, compare('chat.Due', 'validateDueJson')), { numRuns: 500 });
  fc.assert(fc.property(leaf, compare('chat.Kind', 'validateKindJson')));
});

test('large specs compile: thousands of members and fields, long chains of references', async () => {
  const values = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`VALUE_${i}`, i]));
  const fields = Array.from({ length: 10_000 }, (_, i) => make.field(`f${i}`, make.scalar('int32')));
  const chain = Array.from({ length: 400 }, (_, i) =>
    make.message(`chat.M${i}`, [make.field('next', make.messageType(`chat.M${(i + 1) % 400}`))]),
  );
  const big = make.protoFile({
    enums: [make.protoEnum('chat.Many', values)],
    messages: [make.message('chat.Wide', fields), ...chain],
  });
  const module = await load((await texts(make.protocol([big]))).js);
  expect(module['validateManyJson']!('VALUE_4999')).toBe(true);
  expect(module['validateManyJson']!('VALUE_5000')).toBe(false);
  expect(module['validateWideJson']!({ f9999: 1 })).toBe(true);
  expect(module['validateWideJson']!({ f9999: 'x' })).toBe(false);
  expect(module['validateM0Json']!({ next: { next: {} } })).toBe(true);
  expect(module['validateM0Json']!({ next: { next: { a: 1 } } })).toBe(false);
});

test('hostile names stay text', async () => {
  const name = '"]; globalThis.pwned = 1; //\'\u2028\u0001';
  const odd = make.eventSpec({
    types: [make.specObject('T', [make.specField(name, { kind: 'literal', value: name })])],
    events: [make.event(name, [])],
  });
  const { js: code } = await texts(make.protocol([], [odd]));
  const module = await load(code);
  expect((globalThis as Record<string, unknown>)['pwned']).toBeUndefined();
  expect(module['validateTJson']!({ [name]: name })).toBe(true);
  expect(module['validateTJson']!({ [name]: 'x' })).toBe(false);
});

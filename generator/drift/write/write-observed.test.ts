/** fixtures/observed-write: an event spec of many layouts, its observed layer filled; as YAML, as JSON, again and forced. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { Descriptor } from '../../ir/schema/descriptor.gen.ts';
import type { Observations } from '../../ir/schema/observations.gen.ts';
import { observedDrift } from '../observed/compare.ts';
import { readObservations } from '../request.ts';
import { descriptorOf } from '../test/descriptor.ts';
import { writeInto } from './write-into.ts';

const root = path.join(packageRoot(), 'fixtures/observed-write');
const golden = path.join(root, 'expected.spec.yaml');
const update = process.env['UPDATE_GOLDEN'] === '1';

let cwd: string;
let descriptor: Descriptor;
let observations: Observations;
let given: string;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'wiremark-observed-'));
  await cp(path.join(root, 'input'), cwd, { recursive: true });
  descriptor = await descriptorOf(cwd);
  observations = (await readObservations('observations.json', cwd)).value!;
  given = await text('chat.spec.yaml');
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const text = (file: string): Promise<string> => readFile(path.join(cwd, file), 'utf8');
const write = (file: string, options: { evidence?: string; force?: boolean } = {}) =>
  writeInto(file, { cwd, descriptor, observations, evidence: 'recorded', force: false, ...options });
const codes = ({ diagnostics }: Awaited<ReturnType<typeof write>>) => diagnostics.map(({ code }) => code);

test('the layer is filled, and every other line stays as it is', async () => {
  await writeFile(path.join(cwd, 'chat.spec.yaml'), given);
  const written = await write('chat.spec.yaml');
  expect(written.value).toEqual(['onMessage', 'onSecret', 'onLast']);
  expect(codes(written)).toEqual(['WM9006', 'WM9005']);
  const made = await text('chat.spec.yaml');
  if (update) await writeFile(golden, made);
  expect(made).toBe(await readFile(golden, 'utf8'));
  const comments = given.match(/#.*$/gm)!;
  expect(comments.every((comment) => made.includes(comment))).toBe(true);
  // It is a spec, says what the observations say, and written again stays the same.
  const layer = observedDrift(await descriptorOf(cwd), undefined);
  const file = observedDrift(descriptor, observations);
  const places = (event: string) => (drift: typeof layer) =>
    drift.events.find(({ name }) => name === event)!.differences.map(({ pointer, verdict }) => `${pointer} ${verdict}`);
  expect(places('onLast')(layer)).toEqual([]);
  expect(places('onSecret')(layer)).toEqual(places('onSecret')(file));
  expect(layer.events.map(({ name, count }) => `${name} ${count}`)).toContain('onMessage 3');
  expect((await write('chat.spec.yaml')).value).toHaveLength(3);
  expect(await text('chat.spec.yaml')).toBe(made);
});

describe('layouts', () => {
  test.each([2, 0])('JSON with an indentation of %d', async (indentation) => {
    await writeFile(path.join(cwd, 'chat.json'), JSON.stringify(parse(given), undefined, indentation));
    expect((await write('chat.json')).value).toHaveLength(3);
    expect(JSON.parse(await text('chat.json'))).toEqual(parse(await readFile(golden, 'utf8')));
  });

  test.each([
    [
      'line ends of Windows, none at the end',
      (yaml: string) => yaml.replace(/\n# The end\.\n$/, '').replaceAll('\n', '\r\n'),
    ],
    [
      'sections in another order',
      (yaml: string) => yaml.replace(/^(types:\n[^]*?)(events:[^]*?)(?=# The end)/m, '$2$1'),
    ],
  ])('%s', async (_, change) => {
    await writeFile(path.join(cwd, 'other.spec.yaml'), change(given));
    expect((await write('other.spec.yaml')).value).toHaveLength(3);
    const made = await text('other.spec.yaml');
    expect(parse(made)).toEqual(parse(await readFile(golden, 'utf8')));
    expect(made.includes('\r')).toBe(change(given).includes('\r'));
    expect(/[^\r]\n/.test(made)).toBe(!made.includes('\r'));
  });

  test('sections that are not there yet', async () => {
    const short =
      'wiremark: 1\nname: chat\ntitle: Chat\n\n# Events.\nevents:\n  onSecret: {label: S, group: g, arguments: {}}\n';
    await writeFile(path.join(cwd, 'short.spec.yaml'), short);
    await write('short.spec.yaml');
    const { evidence, types, events } = parse(await text('short.spec.yaml'));
    expect(evidence).toEqual({ recorded: observations.evidence });
    expect(Object.keys(types)).toEqual(['ObservedSecret']);
    expect(events.onSecret.observed.arguments.argument1.type).toBe('ObservedSecret');
    expect(await text('short.spec.yaml')).toContain('\n# Events.\nevents:\n');
  });
});

test('other evidence is replaced on request, its note with it', async () => {
  await writeFile(path.join(cwd, 'chat.spec.yaml'), given);
  expect((await write('chat.spec.yaml', { evidence: 'evening', force: true })).value).toHaveLength(4);
  const { events, types } = parse(await text('chat.spec.yaml'));
  expect(events.onMessage.observed).toMatchObject({ count: 3, evidence: 'evening' });
  expect(events.onMessage.observed.note).toBeUndefined();
  expect(events.onIdle.observed).toEqual({ arguments: {}, count: 1, evidence: 'evening' });
  expect(Object.keys(types.ObservedMessage.fields)).toEqual(['id', 'text', 'labels', 'parts']);
});

test.each([
  ['chat.spec.yaml', 'No Name', 'WM9008'],
  ['nothing.spec.yaml', 'recorded', 'WM5001'],
  ['observations.json', 'recorded', 'WM3001'],
])('%s as %s gives %s, and nothing is written', async (file, evidence, code) => {
  await writeFile(path.join(cwd, 'chat.spec.yaml'), given);
  const written = await write(file, { evidence });
  expect(written.value).toBeUndefined();
  expect(codes(written).some((each) => each.slice(0, 4) === code.slice(0, 4))).toBe(true);
  expect(await text('chat.spec.yaml')).toBe(given);
});

test('what cannot be changed safely is refused', async () => {
  const alias = given.replace('arguments: { message: Message,', 'arguments: &a { message: Message,');
  const shared = `${alias.replace('# The end.\n', '')}  onMore: &b\n    label: More\n    group: chat\n    arguments: *a\n  onOther: *b\n`;
  await writeFile(path.join(cwd, 'chat.spec.yaml'), shared);
  const more = { ...observations.events[1]!, name: 'onOther' };
  const request = { cwd, descriptor, evidence: 'recorded', force: false };
  const written = await writeInto('chat.spec.yaml', { ...request, observations: { ...observations, events: [more] } });
  expect(codes(written)).toEqual(['WM9007']);
  expect(await text('chat.spec.yaml')).toBe(shared);
});

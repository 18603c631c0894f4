/** The guide to event specs shows what works. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../diagnostics/package-root.ts';
import { load, make, workshop } from './test/made.ts';

let place: Awaited<ReturnType<typeof workshop>>;
let blocks: readonly string[];

beforeAll(async () => {
  place = await workshop();
  const guide = await readFile(path.join(packageRoot(), 'spec/README.md'), 'utf8');
  blocks = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text!);
});
afterAll(() => place.remove());

it('a whole spec, whose codec keeps every digit', async () => {
  const made = await make(path.join(place.folder, 'lobby'), { 'lobby.spec.yaml': blocks[0]! }, { name: 'lobby' });
  expect(made.errors).toStrictEqual([]);
  const lobby = await load(made);
  const text = '{"event":"seat-changed","args":[{"kind":"closed","code":17},9007199254740993]}';
  const event = lobby['fromJsonStringLobbyEvent']!(text);
  expect(event).toStrictEqual({ event: 'seat-changed', args: [{ kind: 'closed', code: 17 }, 9007199254740993n] });
  expect(lobby['toJsonStringLobbyEvent']!(event)).toBe(text);
});

it('the layers of a fact', async () => {
  const head = 'wiremark: 1\nname: layers\ntitle: Layers\nevents: {}\n';
  const made = await make(
    path.join(place.folder, 'layers'),
    { 'layers.spec.yaml': head + blocks[1]! },
    { name: 'layers' },
  );
  expect(blocks).toHaveLength(2);
  expect(made.errors).toStrictEqual([]);
});

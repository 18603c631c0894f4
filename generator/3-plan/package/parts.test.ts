/** Parts of a package that may be left out: nothing is planned for them, and nothing refers to them. */
import { expect, test } from 'vitest';
import { adHocPackage } from '../../config/ad-hoc.ts';
import { plan } from '../plan.ts';
import * as make from './test/protocols.ts';

const protocol = make.protocol([
  make.protoFile({ messages: [make.message('chat.Msg', [make.field('text', make.scalar('string'))])] }),
]);

async function planned(parts: object): Promise<{ readonly paths: readonly string[]; readonly manifest: object }> {
  const { files } = (await plan(protocol, { ...make.options, ...parts })).value;
  const manifest = files.find(({ path }) => path === 'package.json');
  if (manifest?.kind !== 'json') throw new Error('no package.json');
  return { paths: files.map(({ path }) => path), manifest: manifest.value as object };
}

test('all of them are there by default', async () => {
  const { paths, manifest } = await planned({});
  expect(paths).toEqual(expect.arrayContaining(['validators', 'arbitraries', 'schemas/package.schema.json']));
  expect(manifest).toHaveProperty('exports', expect.objectContaining({ './validators': expect.anything() }));
});

test('schemas go with their validators, but documents for others keep theirs', async () => {
  const { paths, manifest } = await planned({ schemas: false, openapi: true });
  expect(paths.filter((path) => /^(schemas|validators)/.test(path))).toEqual([]);
  expect(paths).toEqual(expect.arrayContaining(['arbitraries', 'openapi.json']));
  expect(JSON.stringify(manifest)).not.toMatch(/schemas|validators"/);
});

test('arbitraries go with the peer that they need', async () => {
  const { paths, manifest } = await planned({ arbitraries: false });
  expect(paths).not.toContain('arbitraries');
  expect(JSON.stringify(manifest)).not.toMatch(/arbitraries|fast-check/);
});

test('options of the command line reach the configuration', () => {
  expect(adHocPackage(['a.proto'], { schemas: false, arbitraries: false }).value).toMatchObject({
    schemas: false,
    arbitraries: false,
  });
  expect(adHocPackage(['a.proto'], { schemas: true, arbitraries: true }).value).not.toHaveProperty('schemas');
});

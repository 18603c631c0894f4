/** fixtures/observed: a spec with an observed layer and a file of observations, each held against what is declared. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createValidator, readDocument } from '../../../diagnostics/document.ts';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import type { Descriptor } from '../../ir/schema/descriptor.gen.ts';
import { driftFormats } from '../format/names.ts';
import { readObservations } from '../request.ts';
import { descriptorOf } from '../test/descriptor.ts';
import { observedDrift } from './compare.ts';
import { differs, formatObserved } from './format.ts';

const root = path.join(packageRoot(), 'fixtures/observed');
const [input, expected] = [path.join(root, 'input'), path.join(root, 'expected')];
const update = process.env['UPDATE_GOLDEN'] === '1';

let descriptor: Descriptor;
beforeAll(async () => {
  descriptor = await descriptorOf(input);
  if (update) await rm(expected, { recursive: true, force: true });
});

test.each(['layer', 'file'])('the reports of a %s are as expected', async (source) => {
  const observations = source === 'layer' ? undefined : (await readObservations('observations.json', input)).value;
  const report = observedDrift(descriptor, observations);
  expect(report.events.filter(differs).map(({ name }) => name)).toEqual(
    source === 'layer' ? ['onMessage'] : ['onMessage', 'onIdle', 'on<script>'],
  );
  for (const format of driftFormats) {
    const file = path.join(expected, `${source}.${format}.txt`);
    const text = formatObserved(report, format);
    if (update) await mkdir(expected, { recursive: true }).then(() => writeFile(file, text));
    expect(text, format).toBe(await readFile(file, 'utf8'));
  }
  const schema = path.join(packageRoot(), 'spec/schema/observed-drift.schema.json');
  const validate = await createValidator(JSON.parse(await readFile(schema, 'utf8')) as object);
  const document = await readDocument({ file: 'report.json', text: JSON.stringify(report) });
  expect(validate(document.value!)).toEqual([]);
});

test('nothing else is expected', async () => {
  const wanted = ['layer', 'file'].flatMap((source) => driftFormats.map((format) => `${source}.${format}.txt`));
  expect((await readdir(expected)).sort()).toEqual(wanted.sort());
});

test('a file that is none is told with its place', async () => {
  const { value, diagnostics } = await readObservations('chat.spec.yaml', input);
  expect(value).toBeUndefined();
  expect(diagnostics[0]?.place?.file).toBe('chat.spec.yaml');
});

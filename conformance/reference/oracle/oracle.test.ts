/** The structural model and the cases made from it, held against protobufjs: where they part, protobufjs is known to be wrong. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { check, property as propertyOf } from 'fast-check';
import { expect, test } from 'vitest';
import { messageCases } from '../../cases/codec/derive.ts';
import { propertyCases } from '../../cases/codec/properties.ts';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { judge } from '../../judge/judge.ts';
import { matcher } from '../../judge/pattern.ts';
import type { ExpectationList } from '../../model/expectation-list.gen.ts';
import type { Step } from '../../model/fixture.gen.ts';
import { protobufjsCodec, type TranscodeCommand } from '../test/protobufjs-codec.ts';
import { sampleWithWellKnown as sample } from '../test/sample.ts';
import { createOracle } from './oracle.ts';

/** Cases that protobufjs fails, each checked by hand against the guides: the list says why. */
const list = JSON.parse(
  await readFile(path.join(packageRoot(), 'fixtures/known-failures/protobufjs.json'), 'utf8'),
) as ExpectationList;
const known = list.entries.map(({ pattern }) => matcher(pattern));
const isKnown = (id: string): boolean => known.some((matches) => matches(id));

const oracle = createOracle(sample, 'interpreted');
const codec = await protobufjsCodec(sample);

function findings(steps: readonly Step[]): unknown[] {
  return steps.flatMap((step) => {
    const observed = [{ observation: codec(step.command as TranscodeCommand), events: [] }];
    const judgement = judge([step], observed, { oracle, binding: undefined });
    return judgement.kind === 'pass' ? [] : [{ step, judgement }];
  });
}

test('every fixed case holds for protobufjs but the known ones, each of which it fails', () => {
  const cases = messageCases(oracle.schema);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThan(3000);
  const failed = cases.filter(({ steps }) => findings(steps).length > 0);
  expect(failed.filter(({ id }) => !isKnown(id)).map(({ id, steps }) => [id, findings(steps)[0]])).toEqual([]);
  expect(list.entries.filter((_, i) => !failed.some(({ id }) => known[i]!(id)))).toEqual([]);
});

test('every property holds for protobufjs', async () => {
  for (const property of propertyCases(oracle.schema)) {
    const examples = await property.arbitrary();
    const outcome = check(
      propertyOf(examples, ({ steps }) => findings(steps).length === 0),
      { numRuns: 60, seed: 7 },
    );
    expect([property.id, outcome.counterexample && findings(outcome.counterexample[0].steps)]).toEqual([
      property.id,
      null,
    ]);
  }
});

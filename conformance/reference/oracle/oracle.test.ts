/** The structural model and the cases made from it, held against protobufjs: where they part, protobufjs is known to be wrong. */
import { check, property as propertyOf } from 'fast-check';
import { expect, test } from 'vitest';
import { messageCases } from '../../cases/codec/derive.ts';
import { propertyCases } from '../../cases/codec/properties.ts';
import { judge } from '../../judge/judge.ts';
import type { Step } from '../../model/fixture.gen.ts';
import { protobufjsCodec, type TranscodeCommand } from '../test/protobufjs-codec.ts';
import { sampleWithWellKnown as sample } from '../test/sample.ts';
import { createOracle } from './oracle.ts';

/**
 * Cases that protobufjs 8.8.1 fails, each checked by hand against the guides: it reads varints of eleven bytes in unknown
 * fields; JSON.parse rounds its number literals; it prints negative zero as 0; its reader of a message without fields
 * takes field number 0 and stumbles over groups; an Any without a type loses its members.
 */
const wrong =
  /\/(unknown\/too-long\/binary-binary|json\/literal(-range)?\/json-(json|binary)|negative-zero\/(binary-json|json-.*)|well-known\/bad\/json-json)$|^codec\/sample\.Empty\/(unknown\/kept|group\/skipped|tag\/zero)\//;

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
  expect(failed.filter(({ id }) => !wrong.test(id)).map(({ id, steps }) => [id, findings(steps)[0]])).toEqual([]);
  expect(failed.length).toBeGreaterThan(30);
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

/** Held against the cases for codecs: what every reader must take is no fault, what every reader must refuse is one. */
import { expect, test } from 'vitest';
import { messageCases } from '../../cases/codec/derive.ts';
import { sampleWithWellKnown } from '../test/sample.ts';
import { faultOfJson } from './fault-of-json.ts';
import { parseExact, type ExactJson } from './json-text.ts';
import { createSchema } from './schema.ts';

test('legal values are legal, and illegal ones are not', () => {
  // One message of every kind of field, one of the well-known types.
  const messages = sampleWithWellKnown.messages.filter(({ name }) => /\.(?:Child|Empty|WellKnown)$/.test(name));
  const schema = createSchema({ ...sampleWithWellKnown, messages });
  const wrong: unknown[] = [];
  const seen = { legal: 0, illegal: 0 };
  for (const { id, steps } of messageCases(schema)) {
    for (const { command, replies } of steps) {
      if (command.cmd !== 'transcode' || command.from !== 'json' || !('text' in command.data)) continue;
      const legal = replies.every(({ kind }) => kind === 'ok');
      if (!legal && replies.some(({ kind }) => kind === 'ok')) continue;
      const value = parsed(command.data.text);
      if (value === undefined) continue;
      // What an Any of another package holds cannot be told from here.
      if (/any\/well-known\/bad/.test(id) && !legal) continue;
      seen[legal ? 'legal' : 'illegal']++;
      const fault = faultOfJson(schema, schema.message(command.type), value);
      if ((fault === undefined) !== legal) wrong.push([id, command.data.text.slice(0, 100), fault]);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.legal).toBeGreaterThan(1000);
  expect(seen.illegal).toBeGreaterThan(300);
});

/** Syntax is the parser's affair. */
function parsed(text: string): ExactJson | undefined {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}

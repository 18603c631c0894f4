import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import * as make from '../test/protocols.ts';
import { messageSchema } from './message-schema.ts';

it('a message that can be extended takes members named as extensions are, and no other unknown ones', () => {
  const plain = make.message('chat.Msg', [make.field('client_id', make.scalar('string'))]);
  const extendable = { ...plain, extensionRanges: [{ start: 100, end: 200 }] } as typeof plain;
  const bare = { ...extendable, fields: [] };
  const accepts = (message: typeof plain, value: unknown): boolean =>
    new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).validate(
      messageSchema(message, () => ({})),
      value,
    );
  expect(accepts(extendable, { clientId: 'a', '[chat.more.size_2]': [1] })).toBe(true);
  expect(accepts(extendable, { client_id: 'a', '[size]': 1 })).toBe(true);
  expect(accepts(extendable, { client_id: 1 })).toBe(false);
  expect(accepts(bare, { '[chat.size]': null })).toBe(true);
  for (const name of ['size', '[]', '[chat..size]', '[chat.2]', '[chat.size', 'x[chat.size]']) {
    expect([name, accepts(extendable, { [name]: 1 }), accepts(bare, { [name]: 1 })]).toEqual([name, false, false]);
  }
  expect(accepts(plain, { '[chat.size]': 1 })).toBe(false);
});

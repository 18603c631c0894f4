/** Frames that nobody waited for: what of them is a message is judged like any other. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBinding } from '../bindings/load-binding.ts';
import { chat, files } from '../bindings/test/chat.ts';
import type { Payload } from '../model/fixture.gen.ts';
import { createOracle } from '../reference/oracle/oracle.ts';
import { passiveCheck } from './passive.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wiremark-'));
  for (const [name, file] of Object.entries(files)) {
    await writeFile(path.join(folder, `${name}.json`), JSON.stringify(file));
  }
});
afterAll(() => rm(folder, { recursive: true }));

const checks = new Map<string, ReturnType<typeof passiveCheck>>();
async function faultOf(binding: string, frame: Payload): Promise<string | undefined> {
  const known = checks.get(binding);
  if (known !== undefined) return known(frame);
  const { value } = await loadBinding(binding, chat, folder);
  const check = passiveCheck(createOracle(chat, 'interpreted'), value!);
  checks.set(binding, check);
  return check(frame);
}

// chat.Envelope: seq = 1, text = 2 { id = 1, body = 2 }. chat.Named: code = 2, data = 3.
test.each<[what: string, binding: string, hex: string, fault: RegExp | undefined]>([
  ['a legal message', 'oneof', '0805120508011201 61', undefined],
  ['one that a peer of a later version sent', 'oneof', '1202080198 0601', undefined],
  ['a negative int32 in five bytes', 'oneof', '08ffffffff0f12020801', /chat\.Envelope.*not ten/],
  ['text that is not UTF-8', 'oneof', '12031201ff', /UTF-8/],
  ['a message that breaks off', 'oneof', '12050801', /the frame is no chat\.Envelope/],
  ['a legal payload', 'numbered', '10e9071a020801', undefined],
  ['a payload that breaks off', 'numbered', '10e9071a0108', /the frame is no chat\.Named/],
  ['a payload with a default written out', 'numbered', '10e9071a020800', /chat\.Text/],
])('%s, in bytes', async (_, binding, hex, fault) => {
  const found = await faultOf(`${binding}.json`, { hex: hex.replaceAll(' ', '') });
  if (fault === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(fault);
});

test.each<[value: string, fault: RegExp | undefined]>([
  ['{"id":"9007199254740993","body":"x"}', undefined],
  ['{"id":7,"body":null}', undefined],
  ['{"id":"7.5"}', /at \/id: it is no int64/],
  ['{"id":9223372036854775808}', /at \/id: it is no int64/],
  ['{"body":7}', /at \/body: it is no string/],
  ['{"color":1}', /at \/color: no field has this name/],
  ['[]', /it is not an object/],
])('the value %s, in JSON', async (value, fault) => {
  const found = await faultOf('json-rpc', { text: `{"jsonrpc":"2.0","method":"chat.Text","params":[${value}]}` });
  if (fault === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(fault);
});

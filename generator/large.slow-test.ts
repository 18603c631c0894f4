/** The largest sources that we promise to take, through the whole pipeline. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { load, make, workshop } from './test/made.ts';

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

it('takes 10,000 fields, 5,000 members of an enum and 100 levels', async () => {
  const { folder, remove } = await workshop();
  const fields = times(10_000, (index) => `  int32 field_${index} = ${index + 1};\n`);
  const members = times(5_000, (index) => `  VALUE_${index}_END = ${index};\n`);
  const levels = times(100, (index) => `message M${index} { int32 depth = 1; `) + '}'.repeat(100);
  const text = `syntax = "proto3";\nmessage Wide {\n${fields}}\nenum Many {\n${members}}\n${levels}\n`;
  const lib = await load(await make(path.join(folder, 'large'), { 'large.proto': text }));
  const wide = { ...(lib['createWide']!() as object), field9999: 7 };
  expect(lib['decodeWide']!(lib['encodeWide']!(wide))).toEqual(wide);
  expect(lib['fromJsonStringWide']!(lib['toJsonStringWide']!(wide))).toEqual(wide);
  expect(lib['validateWide']!(wide)).toEqual([]);
  expect(Object.keys(lib['Many']!)).toHaveLength(5_000);
  expect(Object.keys(lib).filter((key) => key.startsWith('decodeM0'))).toHaveLength(100);
  await remove();
}, 300_000);

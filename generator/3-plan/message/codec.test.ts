import { expect, it } from 'vitest';
import { generatePackage } from './test/generated.ts';

it('generates', async () => {
  const made = await generatePackage({ protos: ['proto3.proto', 'proto2.proto', 'edition.proto'] });
  console.log(made.folder);
  const three = await made.load('proto3');
  expect(Object.keys(three)).toContain('encodeScalars');
});

/** Sources that an option with several values took along are told from its values. */
import { expect, it } from 'vitest';
import { tellApart } from './tell-apart.ts';

it('takes files by their endings, whichever option was given them', () => {
  const { protos, flags } = tellApart(['sdk.spec.yaml', 'set.binpb'], {
    root: ['protos', 'npm:google-proto-files', 'a.proto'],
    spec: ['events.json', 'b.proto'],
    overlay: ['o.yaml', 'c.proto'],
  });
  expect(protos).toStrictEqual(['set.binpb', 'a.proto', 'b.proto', 'c.proto']);
  expect(flags).toStrictEqual({
    root: ['protos', 'npm:google-proto-files'],
    spec: ['events.json', 'sdk.spec.yaml'],
    overlay: ['o.yaml'],
  });
});

it('keeps the order of files and the other options', () => {
  const { protos, flags } = tellApart(['b.proto', 'a.proto'], { format: 'json' });
  expect(protos).toStrictEqual(['b.proto', 'a.proto']);
  expect(flags).toStrictEqual({ format: 'json', root: [], spec: [], overlay: [] });
});

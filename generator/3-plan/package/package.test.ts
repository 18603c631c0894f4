import { fc } from '@fast-check/vitest';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../5-seal/verify.ts';
import type { Protocol } from '../../ir/protocol.ts';
import { loadPackage, type LoadedPackage, type Module } from './test/package.ts';
import * as make from './test/protocols.ts';

const chat = make.protoFile({
  enums: [
    make.protoEnum('chat.Kind', { KIND_: 0, TEXT: 101 }),
    make.protoEnum('chat.Closed', { A: 0 }, { open: false }),
  ],
  messages: [
    make.message('chat.Msg', [
      make.field('client_id', make.scalar('int64')),
      make.field('safe', make.scalar('uint64'), { int64: 'number' }),
      make.field('digits', make.scalar('sfixed64'), { int64: 'string' }),
      make.field('constructor', make.scalar('string')),
      make.field('ratio', make.scalar('float')),
      make.field('raw', make.scalar('bytes'), { presence: 'explicit' }),
      make.field('kind', make.enumType('chat.Kind')),
      make.field('closed', make.enumType('chat.Closed', false)),
      make.field('reply', make.messageType('chat.Msg')),
      make.field('replies', { kind: 'list', type: make.messageType('chat.Msg') }),
      make.field('by_id', { kind: 'map', key: 'int64', type: make.messageType('chat.Msg') }),
      make.field('flags', { kind: 'map', key: 'bool', type: make.scalar('uint32') }),
      make.field('one', make.scalar('string'), { oneof: 'body' }),
      make.field('two', make.messageType('chat.Msg'), { oneof: 'body' }),
    ]),
  ],
});
const app = make.eventSpec({
  enums: [make.specEnum('Level', { Low: 1, High: 2 }), make.specEnum('State', { On: 'on' }, { open: true })],
  types: [
    make.specUnion('Expr', 'kind', { not: 'Not', leaf: 'Leaf' }),
    make.specObject('Not', [
      make.specField('kind', { kind: 'literal', value: 'not' }),
      make.specField('of', make.typeOf('Expr')),
    ]),
    make.specObject('Leaf', [
      make.specField('kind', { kind: 'literal', value: 'leaf' }),
      make.specField('__proto__', make.text),
      make.specField('id', make.long),
      make.specField('quoted', make.long, { int64: { travel: 'string', surface: 'string' }, nullable: true }),
      make.specField(
        'level',
        { kind: 'spec-enum', spec: 'app', name: 'Level', width: 'int32' },
        { presence: 'optional' },
      ),
      make.specField('state', { kind: 'spec-enum', spec: 'app', name: 'State', width: 'unknown' }),
      make.specField('any', { kind: 'json' }),
      make.specField('long', { kind: 'long-object' }, { presence: 'unstated' }),
      make.specField('list', { kind: 'list', of: { kind: 'union', of: [make.text, make.whole] } }),
      make.specField('msg', { kind: 'message', fullName: 'chat.Msg' }, { presence: 'optional' }),
    ]),
  ],
  events: [
    make.event('onExpr', [
      make.argument('expr', make.typeOf('Expr')),
      make.argument('n', make.whole, { presence: 'optional' }),
    ]),
    make.event('on done', []),
  ],
});
const both: Protocol = make.protocol([chat], [app]);

let loaded: LoadedPackage;
let index: Module;
let arbitraries: Module;
let validators: Module;
beforeAll(async () => {
  loaded = await loadPackage(both);
  [index, arbitraries, validators] = await Promise.all([
    loaded.load('index'),
    loaded.load('arbitraries'),
    loaded.load('validators'),
  ]);
});
afterAll(() => loaded?.remove());

const valuesOf = (name: string, options?: object): fc.Arbitrary<unknown> =>
  arbitraries[`arbitrary${name}`]!(options) as fc.Arbitrary<unknown>;

describe.each(['Msg', 'Expr', 'Leaf', 'AppEvent'])('random values of %s', (name) => {
  test('are valid, survive JSON text, and their JSON passes the validator', () => {
    fc.assert(
      fc.property(valuesOf(name), (value) => {
        expect(index[`validate${name}`]!(value)).toEqual([]);
        const text = index[`toJsonString${name}`]!(value) as string;
        expect(index[`fromJsonString${name}`]!(text)).toEqual(value);
        const validate = validators[`validate${name}Json`] as unknown as { (json: unknown): boolean; errors?: unknown };
        expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Values that are right for one field and wrong for most others, and what is just outside of a range. */
const texts =
  '|x|1|-0|1.0|1.5|2147483648|4294967296|9007199254740992|9223372036854775808|18446744073709551616|NaN|nan|AA==|AA=|A-_|TEXT|text|KIND_|on|leaf|not|A';
const scraps = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 101, 7),
  fc.constantFrom(...texts.split('|')),
  fc.constantFrom<unknown>({}, [], { low: 0, high: -1, unsigned: false }, { low: 0 }),
);

/** JSON that is nearly right: what the codec writes, with a scrap in the place of some member or under another name. */
function nearly(name: string, names: readonly string[]): fc.Arbitrary<unknown> {
  const good = valuesOf(name, { maxDepth: 2, maxItems: 2 }).map(
    (value) => JSON.parse(index[`toJsonString${name}`]!(value) as string) as unknown,
  );
  return fc
    .tuple(good, fc.array(fc.tuple(fc.constantFrom(...names), scraps), { maxLength: 2 }))
    .map(([value, changes]) => {
      const objects: Record<string, unknown>[] = [];
      const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        if (!Array.isArray(node)) objects.push(node as Record<string, unknown>);
        for (const inner of Object.values(node)) visit(inner);
      };
      visit(value);
      for (const [key, scrap] of changes) {
        const object = objects[key.length % objects.length];
        if (object !== undefined)
          Object.defineProperty(object, key, { value: scrap, enumerable: true, configurable: true });
      }
      return value;
    });
}

const memberNames = {
  Msg: 'clientId client_id safe digits constructor ratio raw kind closed reply replies byId flags one two other'.split(
    ' ',
  ),
  Leaf: 'kind __proto__ id quoted level state any long list msg other'.split(' '),
  AppEvent: 'event args kind of id list other'.split(' '),
};

test.each(['Msg', 'Leaf', 'AppEvent'] as const)('the validator of %s accepts just what fromJson does', (name) => {
  const validate = validators[`validate${name}Json`] as unknown as { (json: unknown): boolean; errors?: unknown };
  fc.assert(
    fc.property(nearly(name, memberNames[name]), (json) => {
      // Beyond 2^53, a value has been rounded when the validator sees it; fromJson refuses it for that.
      fc.pre(!/[^"\d.]\d{16,}/.test(JSON.stringify(json)));
      let fault: unknown;
      try {
        index[`fromJson${name}`]!(json);
      } catch (error) {
        fault = error;
      }
      expect([validate(json), validate.errors, fault]).toEqual(
        fault === undefined ? [true, null, undefined] : [false, expect.anything(), fault],
      );
    }),
    { numRuns: 400 },
  );
});

test('random messages survive the binary form', () => {
  fc.assert(
    fc.property(valuesOf('Msg'), (value) => {
      expect(index['decodeMsg']!(index['encodeMsg']!(value))).toEqual(value);
    }),
  );
});

test('depth and size are bounded as asked, also where a type holds itself without a way out', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
  const flat = fc.sample(valuesOf('Expr', { maxDepth: 0 }), { numRuns: 50, seed: 1 });
  expect(flat.every((value) => (value as { kind: string }).kind === 'leaf')).toBe(true);
  const few = fc.sample(valuesOf('Msg', { maxDepth: 2, maxItems: 1 }), { numRuns: 200, seed: 1 }) as {
    replies: unknown[];
  }[];
  expect(Math.max(...few.map((value) => value.replies.length))).toBe(1);
  expect(Math.max(...few.map(depth))).toBeLessThan(12);
});

test('edges come often', () => {
  const sample = fc.sample(valuesOf('Msg'), { numRuns: 300, seed: 1 }) as {
    clientId: bigint;
    constructor$: string;
    ratio: number;
  }[];
  expect(sample.some(({ clientId }) => clientId === 2n ** 63n - 1n)).toBe(true);
  expect(sample.some(({ ratio }) => Number.isNaN(ratio))).toBe(true);
  expect(sample.some(({ ratio }) => Object.is(ratio, -0))).toBe(true);
  const texts = (fc.sample(valuesOf('Leaf'), { numRuns: 300, seed: 1 }) as { __proto__: unknown }[]).map(
    (leaf) => leaf['__proto__'],
  );
  expect(texts).toContain('__proto__');
  expect(texts).toContain('');
});

test.each(['js', 'ts'] as const)('the package verifies, emitted as %s', async (emit) => {
  const made = await loadPackage(both, emit);
  try {
    await verify(made.files);
  } finally {
    await made.remove();
  }
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: loaded.folder, strict: true, pack: false });
  expect(messages).toEqual([]);
});

test('package.json exports what there is, types first', () => {
  const manifest = JSON.parse(loaded.text('package.json')) as {
    exports: Record<string, string | Record<string, string>>;
  };
  expect(Object.keys(manifest.exports)).toEqual([
    '.',
    './app',
    './chat',
    './validators',
    './arbitraries',
    './emitter',
    './schemas/*',
    './descriptor.json',
    './manifest.json',
    './package.json',
  ]);
  expect(Object.keys(manifest.exports['./chat']!)).toEqual(['types', 'default']);
  expect(loaded.text('lib/index.d.ts')).toContain("export type { Issue, IssueCode } from './runtime/validation.js';");
});

test('the sources come along, their paths made safe', () => {
  const paths = loaded.files.map((file) => file.path).filter((file) => file.startsWith('spec/'));
  expect(paths).toEqual(['spec/app.spec.yaml', 'spec/chat.proto']);
});

test('the example of the README is true', async () => {
  const only = await loadPackage(make.protocol([chat]));
  try {
    const readme = only.text('README.md');
    const code = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;
    expect(code).toContain("createMsg({ constructor$: 'hello' })");
    const body = code.replace(/^import \{(.*)\} from .*$/m, 'const {$1} = index;').replaceAll('console.log', 'log');
    const logged: unknown[] = [];
    // oxlint-disable-next-line no-new-func -- it is text of our own
    new Function('index', 'log', body)(await only.load('index'), (value: unknown) => logged.push(value));
    expect(logged).toEqual(['hello', expect.objectContaining({ constructor: 'hello' })]);
  } finally {
    await only.remove();
  }
});

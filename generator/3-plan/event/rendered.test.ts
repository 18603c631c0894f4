/** Event specs rendered, type-checked, loaded and put to use: a spec with every kind of type, and the Floo spec. */
import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../diagnostics/package-root.ts';
import { type Module, type Rendered, renderSpecs, typeCheck } from './test/rendered.ts';
import { SpecValues } from './test/values.ts';

const here = 'generator/3-plan/event/test';
const rich = { specs: [`${here}/rich.spec.yaml`], protos: [`${here}/rich.proto`] };
const floo = { specs: ['spec/floo/floo.spec.yaml'] };

const withCode = (code: string, path: string): unknown => expect.objectContaining({ code, path }) as unknown;

let rendered: Rendered;
let module: Module;
beforeAll(async () => {
  rendered = await renderSpecs(rich);
  module = await rendered.load('rich_');
});

const typeNames = (
  'Scalars Integers Shapes Point Named Enums Id Tags Forest Tree Branch Leaf Twig Notice Said Failed Coded Odd required$ ' +
  'Nothing Chain Chained'
).split(' ');

describe('laws of every type', () => {
  const arbitraryOf = (name: string): fc.Arbitrary<unknown> =>
    new SpecValues(rendered.protocol.specs[0]!).type(name.replace('$', ''));

  it.each(typeNames)('%s: text there and back', (name) => {
    fc.assert(
      fc.property(arbitraryOf(name), (value) => {
        const text = module[`toJsonString${name}`]!(value) as string;
        JSON.parse(text);
        deepStrictEqual(module[`fromJsonString${name}`]!(text), value);
      }),
    );
  });

  it.each(typeNames)('%s: value there and back, unless a number would be rounded', (name) => {
    fc.assert(
      fc.property(arbitraryOf(name), (value) => {
        let json: unknown;
        try {
          json = module[`toJson${name}`]!(value);
        } catch (error) {
          expect(error).toMatchObject({ name: 'JsonError', code: 'out-of-range' });
          return;
        }
        deepStrictEqual(JSON.parse(module[`toJsonString${name}`]!(value) as string), json);
        deepStrictEqual(module[`fromJson${name}`]!(json), value);
      }),
    );
  });

  it.each(typeNames)('%s: valid values are valid', (name) => {
    fc.assert(
      fc.property(arbitraryOf(name), (value) => {
        expect(module[`is${name}`]!(value)).toBe(true);
        expect(module[`validate${name}`]!(value)).toEqual([]);
      }),
    );
  });

  it.each(typeNames)('%s: takes any value, and agrees on what is wrong', (name) => {
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withBigInt: true }), fc.object()), (value) => {
        const issues = module[`validate${name}`]!(value) as readonly unknown[];
        expect(issues.length === 0).toBe(module[`is${name}`]!(value));
        for (const call of ['fromJson', 'toJson', 'toJsonString']) {
          try {
            module[`${call}${name}`]!(value);
          } catch (error) {
            expect((error as Error).name).toBe('JsonError');
          }
        }
      }),
    );
  });

  it.each(typeNames.filter((name) => !['Id', 'Tags', 'Forest', 'Branch', 'Notice', 'Coded', 'Chain'].includes(name)))(
    '%s: what create makes is valid',
    (name) => {
      const made = module[`create${name}`]!();
      expect(module[`validate${name}`]!(made)).toEqual([]);
      deepStrictEqual(module[`fromJsonString${name}`]!(module[`toJsonString${name}`]!(made)), made);
    },
  );
});

describe('64-bit integers', () => {
  it.each(['9007199254740993', '9223372036854775807', '-9223372036854775808'])('%s keeps its digits', (digits) => {
    const text = `{"the-kind":"said","what":"","at":${digits}}`;
    expect(module['fromJsonStringSaid']!(text)).toMatchObject({ at: BigInt(digits) });
    expect(module['toJsonStringSaid']!(module['fromJsonStringSaid']!(text))).toBe(text);
  });

  it('is an error where it would be rounded', () => {
    const said = { 'the-kind': 'said', what: '', at: 9007199254740993n };
    expect(() => module['toJsonSaid']!(said)).toThrow(withCode('out-of-range', '/at') as Error);
    expect(() => module['fromJsonSaid']!({ ...said, at: 2 ** 53 })).toThrow(withCode('out-of-range', '/at') as Error);
    expect(() => module['fromJsonStringSaid']!('{"the-kind":"said","what":"","at":9223372036854775808}')).toThrow(
      withCode('out-of-range', '/at') as Error,
    );
  });

  it('is exact in free JSON and in members that are not listed', () => {
    const text = '{"name":"","extra":{"deep":[9007199254740993]}}';
    expect(module['toJsonStringTree']!(module['fromJsonStringTree']!(text))).toBe(text);
  });
});

describe('faults name their place', () => {
  const shapes = (): object => module['createShapes']!() as object;

  it.each([
    [{ list: [1, 'x'] }, 'wrong-type', '/list/1'],
    [{ map: { 'a/b': true } }, 'wrong-type', '/map/a~1b'],
    [{ ints: { x: '' } }, 'bad-key', '/ints/x'],
    [{ longs: { '1': { x: 1.5 } } }, 'out-of-range', '/longs/1/x'],
    [{ either: 5 }, 'wrong-type', '/either'],
    [{ literal: 'no' }, 'unknown-value', '/literal'],
    [{ start: 'b' }, 'unknown-value', '/start'],
    [{ maybe: undefined }, 'missing', '/maybe'],
    [{ surplus: 1 }, 'unexpected', '/surplus'],
    [{ perhaps: { x: 1, z: 1 } }, 'unexpected', '/perhaps/z'],
  ])('%j', (fault, code, path) => {
    const json = { ...(module['toJsonShapes']!(shapes()) as object), ...fault };
    expect(() => module['fromJsonShapes']!(json)).toThrow(withCode(code, path) as Error);
    expect(module['validateShapes']!({ ...shapes(), ...fault })).toContainEqual(
      expect.objectContaining({ code, path }),
    );
  });

  it('of discriminants', () => {
    expect(() => module['fromJsonCoded']!({ code: 3 })).toThrow(withCode('unknown-case', '/code') as Error);
    expect(() => module['fromJsonCoded']!({ code: '1' })).toThrow(withCode('unknown-case', '/code') as Error);
    expect(() => module['fromJsonNotice']!({})).toThrow(withCode('missing', '/the-kind') as Error);
    expect(() => module['fromJsonNotice']!({ 'the-kind': 'failed: x' })).toThrow(withCode('missing', '/code') as Error);
    expect(module['validateCoded']!({ code: 3 })).toEqual([
      expect.objectContaining({ code: 'unknown-case', path: '/code' }),
    ]);
  });

  it('of syntax and depth', () => {
    expect(() => module['fromJsonStringTree']!('{')).toThrow(withCode('syntax', '') as Error);
    let tree: object = { name: '' };
    for (let i = 0; i < 20_000; i++) tree = { name: '', parent: tree };
    const cyclic: Record<string, unknown> = { name: '' };
    cyclic['parent'] = cyclic;
    for (const value of [tree, cyclic]) {
      for (const call of ['fromJsonTree', 'toJsonTree', 'toJsonStringTree']) {
        expect(() => module[call]!(value)).toThrow(expect.objectContaining({ code: 'too-deep' }) as Error);
      }
      expect(module['isTree']!(value)).toBe(false);
      expect(module['validateTree']!(value)).toEqual([expect.objectContaining({ code: 'too-deep' })]);
    }
  });
});

describe('hostile names', () => {
  it('are ordinary members', () => {
    const text = '{"two words":"","quote\'\\"\\\\":"","__proto__":"p","constructor":5,"class":"","\u2028":"","more":1}';
    const odd = module['fromJsonStringOdd']!(text) as Record<string, unknown>;
    expect(Object.getPrototypeOf(odd)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(odd, '__proto__')?.value).toBe('p');
    expect(odd['constructor']).toBe(5n);
    expect(odd['toString']).toBeUndefined();
    expect(module['toJsonStringOdd']!(odd)).toBe(text);
    expect(module['isOdd']!(odd)).toBe(true);
  });

  it('do no harm in maps and free JSON', () => {
    const text = '{"__proto__":9007199254740993}';
    const tags = module['fromJsonStringTags']!(text) as object;
    expect(Object.getPrototypeOf(tags)).toBe(Object.prototype);
    expect(module['toJsonStringTags']!(tags)).toBe(text);
    expect(
      Object.hasOwn(
        module['toJsonTags']!(module['fromJsonTags']!(JSON.parse('{"__proto__":1}'))) as object,
        '__proto__',
      ),
    ).toBe(true);
  });
});

describe('events', () => {
  const frame = (name: string, args: string): string => `{"head":{"na/me":${JSON.stringify(name)},"with":${args}}}`;

  it('there and back', () => {
    const values = new SpecValues(rendered.protocol.specs[0]!);
    fc.assert(
      fc.property(values.event(), (event) => {
        expect(module['isRichEvent']!(event)).toBe(true);
        expect(module['validateRichEvent']!(event)).toEqual([]);
        deepStrictEqual(module['fromJsonStringRichEvent']!(module['toJsonStringRichEvent']!(event)), event);
      }),
    );
  });

  it('have their place in the envelope', () => {
    const event = { event: 'wierd-name', args: [9007199254740993n, 'x'] };
    expect(module['toJsonStringRichEvent']!(event)).toBe(frame('wierd-name', '[9007199254740993,"x"]'));
    expect(module['fromJsonStringRichEvent']!(frame('wierd-name', '[1]'))).toEqual({ event: 'wierd-name', args: [1n] });
    expect(module['toJsonRichEvent']!({ event: 'wierd-name', args: [1n] })).toEqual({
      head: { 'na/me': 'wierd-name', with: [1] },
    });
    expect(module['fromJsonRichEvent']!({ head: { 'na/me': 'empty', with: [] }, id: 5 })).toEqual({
      event: 'empty',
      args: [],
    });
    expect(module['RichEventNames']).toEqual(rendered.protocol.specs[0]!.events.map(({ name }) => name));
  });

  it.each([
    ['unknown', '[]', 'unknown-value', '/head/na~1me'],
    ['constructor', '[]', 'unknown-value', '/head/na~1me'],
    ['wierd-name', '[]', 'missing', '/head/with/0'],
    ['wierd-name', '[1,"x",2]', 'unexpected', '/head/with/2'],
    ['wierd-name', '["1"]', 'wrong-type', '/head/with/0'],
    ['wierd-name', '{"0":1}', 'wrong-type', '/head/with'],
    ['said', '[{"the-kind":"said","what":5,"at":1}]', 'wrong-type', '/head/with/0/what'],
    ['empty', '[null]', 'unexpected', '/head/with/0'],
  ])('%s with %s is refused', (name, args, code, path) => {
    expect(() => module['fromJsonStringRichEvent']!(frame(name, args))).toThrow(withCode(code, path) as Error);
  });

  it('are refused outside their envelope', () => {
    expect(() => module['fromJsonStringRichEvent']!('{}')).toThrow(withCode('missing', '/head') as Error);
    expect(() => module['fromJsonStringRichEvent']!('[]')).toThrow(withCode('wrong-type', '') as Error);
    expect(module['validateRichEvent']!({ event: 'no', args: [] })).toEqual([
      expect.objectContaining({ code: 'unknown-value', path: '/event' }),
    ]);
    expect(module['validateRichEvent']!({ event: 'wierd-name', args: ['x', 5, 6] })).toEqual([
      expect.objectContaining({ code: 'wrong-type', path: '/args/0' }),
      expect.objectContaining({ code: 'wrong-type', path: '/args/1' }),
      expect.objectContaining({ code: 'unexpected', path: '/args/2' }),
    ]);
  });
});

describe('types', () => {
  const usage = `
import { type Notice, type RichEvent, type RichEventPayloads, createPoint, fromJsonNotice, isRichEvent, Level, Word } from './lib/rich_.js';
const notice: Notice = fromJsonNotice({});
if (notice['the-kind'] === 'said' && 'what' in notice) { const at: unknown = notice.at; void at; }
const level: Level = 42;
const word: Word = 'failed: why';
// @ts-expect-error a closed enum
const bad: Word = 'nothing';
const point = createPoint({ x: 1 });
const y: number | undefined = point.y;
// @ts-expect-error not a member
createPoint({ z: 1 });
function take(event: RichEvent): void {
  if (event.event === 'wierd-name') { const [id, note]: [bigint, (string | undefined)?] = event.args; void [id, note]; }
}
const payload: RichEventPayloads['empty'] = undefined;
declare const value: unknown;
if (isRichEvent(value)) take(value);
// @ts-expect-error wrong arguments
take({ event: 'empty', args: [1] });
void [level, word, bad, y, payload, Level.Off, Word.failed];
`;

  it('check in .d.ts under the strictest settings', async () => {
    const js = await renderSpecs(rich);
    expect(await ours(js, { 'usage.ts': usage })).toBe('');
  });

  it('check in .ts under the strictest settings', async () => {
    const ts = await renderSpecs({ ...rich, emit: 'ts' });
    expect(await ours(ts, { 'usage.ts': usage }, { allowImportingTsExtensions: true })).toBe('');
  });

  it.each(['number', 'string'] as const)('check with int64 as %s', async (int64) => {
    const ts = await renderSpecs({ ...rich, emit: 'ts', int64 });
    expect(await ours(ts, {})).toBe('');
  });

  /** Faults outside of the module of the message, which is not what is tested here. */
  async function ours(made: Rendered, files: Readonly<Record<string, string>>, options = {}): Promise<string> {
    const faults = await typeCheck(made.folder, files, options);
    return faults
      .split('\n')
      .filter((line) => /\/(rich_|usage|runtime\/(spec-[\w]+|events))\.|^ /.test(line))
      .join('\n');
  }
});

describe('the Floo spec', () => {
  it('takes and gives what its events carry', async () => {
    const made = await renderSpecs(floo);
    const generated = await made.load('floo');
    fc.assert(
      fc.property(new SpecValues(made.protocol.specs[0]!).event(), (event) => {
        expect(generated['validateFlooEvent']!(event)).toEqual([]);
        deepStrictEqual(generated['fromJsonStringFlooEvent']!(generated['toJsonStringFlooEvent']!(event)), event);
      }),
      { numRuns: 300 },
    );
    expect(generated['FlooEventNames']).toHaveLength(28);
    expect(await typeCheck(made.folder, {})).toBe('');
  });

  it('type-checks in .ts', async () => {
    const made = await renderSpecs({ ...floo, emit: 'ts' });
    expect(await typeCheck(made.folder, {})).toBe('');
  });

  it('names no absolute path', async () => {
    expect(await rendered.text('rich_.js')).not.toContain(packageRoot());
  });
});

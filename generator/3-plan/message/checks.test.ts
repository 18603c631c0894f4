/** Generated validators: the boolean and the explaining one agree, whatever a value is spoilt with. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage, type Generated } from './test/generated.ts';
import { Values } from './test/values.ts';

interface Issue {
  readonly path: string;
  readonly code: string;
}
type Functions = Readonly<Record<string, (value: unknown) => unknown>>;

const modules = new Map<string, Functions>();
let values: Values;

beforeAll(async () => {
  const protos = ['proto3.proto', 'proto2.proto', 'edition.proto', 'json.proto'];
  const made = await generatePackage({ protos });
  for (const name of ['proto3', 'proto2', 'edition', 'json']) {
    modules.set(name, (await made.load(name)) as Generated as Functions);
  }
  values = new Values(made.protocol);
});

const functions = (name: string): Functions => [...modules.values()].find((module) => module[`is${name}`])!;
const is = (name: string, value: unknown): boolean => functions(name)[`is${name}`]!(value) as boolean;
const validate = (name: string, value: unknown): readonly Issue[] =>
  functions(name)[`validate${name}`]!(value) as readonly Issue[];
const create = (name: string, init: object): object => functions(name)[`create${name}`]!(init) as object;

const spoilers: readonly unknown[] = [
  'x',
  '12',
  undefined,
  null,
  true,
  0,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  NaN,
  1e300,
  5n,
  1n << 64n,
  '',
  '-0',
  [],
  [null],
  {},
  { case: 'x', value: 1 },
  { case: 'number' },
  new Uint8Array(1),
  { a: {} },
  Symbol('junk'),
  () => 0,
];
const junk = fc.constantFrom(...spoilers);

/** Replaces what stands at a place that a number chooses. */
function spoil(value: unknown, choice: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return by;
  const keys = Object.keys(value);
  if (keys.length === 0 || choice % 7 === 6) return by;
  const key = keys[choice % keys.length]!;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value };
  copy[key] = spoil(copy[key], Math.floor(choice / keys.length), by);
  return copy;
}

describe('validators', () => {
  it.each([
    ...['Scalars', 'Optionals', 'Lists', 'Maps', 'Choices', 'Tree'].map((name) => [`codec.three.${name}`, name]),
    ...['Required', 'Closed', 'Groups'].map((name) => [`codec.two.${name}`, name]),
    ['codec.edition.Features', 'Features'],
  ])('agree on spoilt values: %s', (fullName, name) => {
    fc.assert(
      fc.property(values.message(fullName!), fc.nat(), junk, (message, choice, by) => {
        const spoilt = spoil(message, choice, by);
        const issues = validate(name!, spoilt);
        expect(is(name!, spoilt)).toBe(issues.length === 0);
        for (const { path } of issues) expect(path).toMatch(/^(?:\/(?:[^~/]|~[01])*)*$/);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[name: string, init: object, issues: readonly Issue[]]>([
    ['Scalars', { fInt32: 2 ** 31 }, [{ path: '/fInt32', code: 'out-of-range' }]],
    [
      'Scalars',
      { fInt32: '1', fString: undefined },
      [
        { path: '/fInt32', code: 'wrong-type' },
        { path: '/fString', code: 'missing' },
      ],
    ],
    ['Scalars', { fInt64: 5 }, [{ path: '/fInt64', code: 'wrong-type' }]],
    ['Scalars', { fUint64: -1n }, [{ path: '/fUint64', code: 'out-of-range' }]],
    ['Scalars', { fFloat: 1e300 }, [{ path: '/fFloat', code: 'out-of-range' }]],
    ['Scalars', { fFloat: Infinity, fDouble: NaN }, []],
    ['Scalars', { fColor: 12345 }, []],
    ['Scalars', { other: 1 }, []],
    ['Scalars', { $unknown: [new Uint8Array(2)] }, []],
    ['Scalars', { $unknown: [1] }, [{ path: '/$unknown/0', code: 'wrong-type' }]],
    ['Closed', { level: 2 }, [{ path: '/level', code: 'unknown-value' }]],
    [
      'Lists',
      { fInt32: [1, 0.5, 'x'] },
      [
        { path: '/fInt32/1', code: 'out-of-range' },
        { path: '/fInt32/2', code: 'wrong-type' },
      ],
    ],
    ['Lists', { fInt32: {} }, [{ path: '/fInt32', code: 'wrong-type' }]],
    ['Maps', { byInt32: { 'a/b': 1 } }, [{ path: '/byInt32/a~1b', code: 'bad-key' }]],
    ['Maps', { byBool: { true: 1 } }, [{ path: '/byBool/true', code: 'wrong-type' }]],
    ['Choices', { choice: { case: 'number', value: 'x' } }, [{ path: '/choice/value', code: 'wrong-type' }]],
    ['Choices', { choice: { case: 'toString', value: 'x' } }, [{ path: '/choice/case', code: 'unknown-case' }]],
    ['Optionals', { fInt32: null }, [{ path: '/fInt32', code: 'wrong-type' }]],
    ['Tree', { left: { value: 0 } }, [{ path: '/left/more', code: 'missing' }]],
  ])('%s %o', (name, init, issues) => {
    expect(validate(name, create(name, init)).map(({ path, code }) => ({ path, code }))).toStrictEqual(issues);
    expect(is(name, create(name, init))).toBe(issues.length === 0);
  });

  it.each([null, undefined, 1, 'x', [], new Uint8Array(1)])('take no %o', (value) => {
    expect(is('Scalars', value)).toBe(false);
    expect(validate('Scalars', value)).toMatchObject([{ path: '' }]);
  });

  it('stop after a hundred issues', () => {
    const many = create('Lists', { fInt32: Array.from({ length: 100_000 }, () => 'x') });
    expect(validate('Lists', many)).toHaveLength(100);
  });

  it('bound depth, also of values that hold themselves', () => {
    const tree = (levels: number): object => create('Tree', levels > 1 ? { left: tree(levels - 1) } : {});
    expect(is('Tree', tree(100))).toBe(true);
    expect(is('Tree', tree(101))).toBe(false);
    expect(validate('Tree', tree(101))).toMatchObject([{ code: 'too-deep', path: '/left'.repeat(100) }]);
    const cyclic = create('Tree', {}) as { left?: object; more: object[] };
    cyclic.left = cyclic;
    expect(is('Tree', cyclic)).toBe(false);
    expect(validate('Tree', cyclic)).toMatchObject([{ code: 'too-deep' }]);
  });
});

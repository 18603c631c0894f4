/** Message sets: their extensions lie in items, of which the same wire format as an ordinary message is the judge. */
import { beforeAll, describe, expect, it } from 'vitest';
import { generatePackage, type Generated } from './test/generated.ts';

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
interface Bag {
  $unknown?: readonly Uint8Array[] | undefined;
}

let module: Functions;
let index: Functions;

beforeAll(async () => {
  const made = await generatePackage({ protos: ['message-set.proto'] });
  module = (await made.load('message-set')) as Generated as Functions;
  index = (await made.load('index')) as Generated as Functions;
});

const extensions = () => [module['Words_words'], module['smallest'], module['largest']];
const spelled = (...item: readonly { typeId: number; message: Uint8Array }[]): Uint8Array =>
  module['encodeSpelled']!({ item }) as Uint8Array;
const words = (...word: readonly string[]) => ({ word, bag: undefined });
const encode = (type: string, value: unknown): Uint8Array => module[`encode${type}`]!(value) as Uint8Array;

describe('an extension of a message set', () => {
  it.each([
    ['Words_words', 'Words', 1547769, words('a', 'b')],
    ['smallest', 'Count', 4, { count: -1 }],
    ['largest', 'Count', 2147483646, { count: 7 }],
  ])('%s is written as an item, and read from one', (name, type, typeId, value) => {
    const bag: Bag = {};
    index['setExtension']!(bag, module[name], { count: 1, word: [] });
    index['setExtension']!(bag, module[name], value);
    const bytes = module['encodeBag']!(bag);
    expect(bytes).toStrictEqual(spelled({ typeId, message: encode(type, value) }));
    const decoded = module['decodeBag']!(bytes);
    expect(index['getExtension']!(decoded, module[name])).toEqual(value);
    index['clearExtension']!(decoded, module[name]);
    expect(module['encodeBag']!(decoded)).toStrictEqual(new Uint8Array(0));
  });

  it('leaves other items alone, known or not', () => {
    const others = spelled(
      { typeId: 4, message: encode('Count', { count: 1 }) },
      { typeId: 5, message: new Uint8Array(9) },
    );
    const bag = module['decodeBag']!(others) as Bag;
    index['setExtension']!(bag, module['largest'], { count: 2 });
    expect(index['hasExtension']!(bag, module['Words_words'])).toBe(false);
    expect(index['getExtension']!(bag, module['smallest'])).toEqual({ count: 1 });
    index['clearExtension']!(bag, module['largest']);
    expect(module['encodeBag']!(bag)).toStrictEqual(others);
  });

  it('is merged from several items', () => {
    const bytes = spelled(...['a', 'b'].map((word) => ({ typeId: 1547769, message: encode('Words', words(word)) })));
    expect(index['getExtension']!(module['decodeBag']!(bytes), module['Words_words'])).toEqual(words('a', 'b'));
  });

  it.each([
    ['the message before the type id', [11, 26, 2, 72, 1, 16, 4, 12]],
    ['tags and a type id that are longer than they must be', [0x8b, 0, 16, 0x84, 0, 26, 2, 72, 1, 0x8c, 0]],
    ['fields in the item that no item has', [11, 40, 16, 16, 4, 26, 2, 72, 1, 50, 1, 12, 12]],
    ['the form of other extensions', [34, 2, 72, 1]],
  ])('is read with %s', (_, bytes) => {
    const bag = module['decodeBag']!(Uint8Array.from(bytes));
    expect(index['getExtension']!(bag, module['smallest'])).toMatchObject({ count: 1 });
  });

  it('is absent from an item without a message, or without a type id, which stays', () => {
    const bytes = Uint8Array.from([11, 16, 4, 12, 11, 26, 2, 72, 1, 12]);
    const bag = module['decodeBag']!(bytes);
    expect(index['getExtension']!(bag, module['smallest'])).toBe(undefined);
    expect(module['encodeBag']!(bag)).toStrictEqual(bytes);
  });

  it('is refused with its place where its message is none', () => {
    const bag = module['decodeBag']!(spelled({ typeId: 4, message: new Uint8Array(0) }));
    expect(() => index['getExtension']!(bag, module['smallest'])).toThrow(
      expect.objectContaining({ name: 'WireError', code: 'missing-required-field' }),
    );
  });

  it('has the JSON of an extension', () => {
    const json = {
      '[codec.sets.Words.words]': { word: ['x'], bag: { '[codec.sets.largest]': { count: 3 } } },
      '[codec.sets.smallest]': { count: 1 },
    };
    const bag = module['fromJsonBag']!(json, { extensions: extensions() });
    expect(module['toJsonBag']!(bag, { extensions: extensions() })).toStrictEqual(json);
    expect(index['getExtension']!(bag, module['smallest'])).toEqual({ count: 1 });
    expect(module['toJsonBag']!(bag)).toStrictEqual({});
    expect(() => module['fromJsonBag']!(json)).toThrow(expect.objectContaining({ code: 'unknown-field' }));
    expect(module['fromJsonBag']!({ '[codec.sets.smallest]': null }, { extensions: extensions() })).toStrictEqual(
      module['createBag']!(),
    );
  });
});

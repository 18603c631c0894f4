/** Keywords of our own, and some of Ajv's made anew: calls between validators, and code that stays small and shallow. */
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type * as ajvModule from 'ajv';
import type { Code, CodeGen, KeywordCxt, Name } from 'ajv';
import type { CallByName, Constraint, MemberCalls } from '../schema/json-schema.ts';
import { constraintRows, memberRows, quoted } from './tables.ts';

/** Code of a constant of the module: JSON, and names of its functions. Ajv's own form of it joins in quadratic time. */
export class Constant {
  readonly code: string;

  constructor(code: string) {
    this.code = code.replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  }
}

export function addKeywords(ajv: Ajv2020, tools: Pick<typeof ajvModule, '_' | 'str' | 'Name'>): void {
  const { _, str, Name } = tools;
  const [errors, count, path] = ['vErrors', 'errors', 'instancePath'].map((name) => new Name(name)) as [
    Name,
    Name,
    Name,
  ];
  const below = (tail: Code): Code => (tail.emptyStr() ? path : str`${path}${tail}`);

  const callUnder = (gen: CodeGen, validate: Code, [data, tail]: readonly [Code, Code]): void => {
    gen.if(_`!${validate}(${data}, ${below(tail)})`, () => {
      gen.assign(errors, _`append(${errors}, ${validate}.errors)`);
      gen.assign(count, _`${errors}.length`);
    });
  };
  const call = ({ gen, data, it, schema }: KeywordCxt): void =>
    callUnder(gen, new Name(schema as string), [data, it.errorPath]);

  ajv.addKeyword({ keyword: 'call', schemaType: 'string', code: call });
  ajv.addKeyword({
    keyword: 'callUnlessNull',
    schemaType: 'string',
    code: (cxt) => void cxt.gen.if(_`${cxt.data} !== null`, () => call(cxt)),
  });

  ajv.addKeyword({
    keyword: 'callByName',
    schemaType: 'object',
    code({ gen, data, it, schema }) {
      const { name, args, functions } = schema as CallByName;
      const at = (steps: readonly string[]): Code =>
        steps.reduce<Code>((object, step) => _`${object}?.[${step}]`, data);
      const rows = functions.map(([event, validate]) => `[${quoted(event)}, ${validate}]`);
      const table = gen.scopeValue('keyword', { ref: new Constant(`new Map([${rows.join(', ')}])`) });
      const check = gen.const('check', _`${table}.get(${at(name)})`);
      const tail = args.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      const place = it.errorPath.emptyStr() ? str`${tail}` : str`${it.errorPath}${tail}`;
      gen.if(_`${check} !== undefined`, () => callUnder(gen, check, [at(args), place]));
    },
  });

  ajv.addKeyword({
    keyword: 'memberCalls',
    schemaType: 'object',
    type: 'object',
    code({ gen, data, it, schema }) {
      const { calls, others, closed } = schema as MemberCalls;
      const rows = memberRows({ calls, others }).join(', ');
      const table = gen.scopeValue('keyword', { ref: new Constant(`new Map([${rows}])`) });
      const helper = new Name(closed ? 'closedMembers' : 'members');
      gen.assign(errors, _`${helper}(${errors}, ${data}, ${table}, ${below(it.errorPath)})`);
      gen.assign(count, _`${errors} === null ? 0 : ${errors}.length`);
    },
  });

  ajv.addKeyword({
    keyword: 'constraints',
    schemaType: 'array',
    type: 'object',
    code({ gen, data, it, schema }) {
      const rows = constraintRows(schema as readonly Constraint[]).join(', ');
      const table = gen.scopeValue('keyword', { ref: new Constant(`[${rows}]`) });
      gen.assign(errors, _`${new Name('constrained')}(${errors}, ${data}, ${table}, ${below(it.errorPath)})`);
      gen.assign(count, _`${errors} === null ? 0 : ${errors}.length`);
    },
  });

  // Ajv's own compares with each value in one long expression, too deep to be parsed for some thousands of them.
  ajv.removeKeyword('enum');
  ajv.addKeyword({
    keyword: 'enum',
    schemaType: 'array',
    error: {
      message: 'must be equal to one of the allowed values',
      params: ({ params }) => _`{allowedValues: [...${params['set'] as Code}]}`,
    },
    code(cxt) {
      const set = cxt.gen.scopeValue('keyword', setOf(cxt.schema as readonly unknown[]));
      cxt.setParams({ set });
      cxt.fail(_`!${set}.has(${cxt.data})`);
    },
  });

  function setOf(values: readonly unknown[]): { ref: Constant; key: string } {
    const text = `new Set([${values.map((value) => JSON.stringify(value)).join(', ')}])`;
    return { ref: new Constant(text), key: text };
  }
}

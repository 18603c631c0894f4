/**
 * Compiles schemas into the code of stand-alone validators, with Ajv. Each schema becomes one function that calls those of
 * the schemas it refers to: compiled one by one, so that neither chains nor cycles of references nest.
 */
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Code, KeywordCxt } from 'ajv';
import type { SchemaObject } from '../schema/json-schema.ts';
import { layOut } from './lay-out.ts';
import { withoutAnnotations } from './without-annotations.ts';

export interface NamedSchema {
  /** Name of the function. ASCII. */
  readonly name: string;
  /** Refers to others by `call` and `callUnlessNull`. */
  readonly schema: SchemaObject;
}

export interface CompiledValidators {
  /** Constants and helpers that the functions use, each once. */
  readonly shared: string;
  /** Declarations of the functions, in the order given. */
  readonly functions: readonly string[];
}

/** Loads Ajv (about 90 ms) and compiles. 400 messages of ten fields take some 0.7 s. */
export async function compileValidators(schemas: readonly NamedSchema[]): Promise<CompiledValidators> {
  const ajv = await createCompiler();
  const shared = new Map<string, string>();
  const functions = schemas.map(({ name, schema }) => {
    const { source } = ajv.compile(withoutAnnotations(schema) as object);
    if (source === undefined) throw new Error(`Ajv gives no code for ${name}.`);
    for (const [prefix, values] of Object.entries(source.scopeValues)) {
      // The function itself and its root stand among the values too.
      if (prefix === 'validate' || prefix === 'root' || values === undefined) continue;
      for (const value of values) {
        const code = value.value?.code?.toString() ?? JSON.stringify(value.value?.ref);
        shared.set(value.toString(), `const ${value.toString()} = ${code};`);
      }
    }
    return renamed(source.validateCode, source.validateName.toString(), name);
  });
  if (functions.some((code) => code.includes('append('))) shared.set('append', append);
  const values = [...shared.values()].join('\n');
  const used = functions.join('\n');
  if (/\brequire\(/.test(`${values}\n${used}`.replace(/"(?:[^"\\]|\\.)*"/g, ''))) {
    throw new Error('A compiled validator needs a module of Ajv at run time.');
  }
  return { shared: values, functions: functions.map(layOut) };
}

/** Adds what another function found. Loops: lists of errors can be longer than an argument list. */
const append = `function append(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}`;

async function createCompiler(): Promise<Ajv2020> {
  const [{ Ajv2020 }, { _, str, stringify, Name }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv')]);
  const ajv = new Ajv2020({
    // Strictness is a matter for whoever checks the schemas; here it would take a third of the time.
    strict: false,
    validateSchema: false,
    meta: false,
    logger: false,
    // Other than stopping at the first error, this does not nest the check of each property in that of the one before.
    allErrors: true,
    // `constructor` and the like are present only where a value has them itself.
    ownProperties: true,
    loopRequired: Number.POSITIVE_INFINITY,
    code: {
      source: true,
      esm: true,
      lines: true,
      optimize: false,
      // The code is wanted, not the function: evaluating it would double the time.
      process: () => 'return () => true',
    },
  });
  ajv.opts.unevaluated = false;
  const call = ({ gen, data, it, schema }: KeywordCxt): void => {
    const validate = new Name(schema as string);
    const errors = new Name('vErrors');
    const path = it.errorPath.emptyStr() ? pathName : str`${pathName}${it.errorPath}`;
    gen.if(_`!${validate}(${data}, ${path})`, () => {
      gen.assign(errors, _`append(${errors}, ${validate}.errors)`);
      gen.assign(new Name('errors'), _`${errors}.length`);
    });
  };
  const pathName: Code = new Name('instancePath');
  ajv.addKeyword({ keyword: 'call', schemaType: 'string', code: call });
  ajv.addKeyword({
    keyword: 'callUnlessNull',
    schemaType: 'string',
    code: (cxt) => void cxt.gen.if(_`${cxt.data} !== null`, () => call(cxt)),
  });
  // Ajv's own compares with each value in one long expression, too deep to be parsed for some thousands of them.
  ajv.removeKeyword('enum');
  ajv.addKeyword({
    keyword: 'enum',
    schemaType: 'array',
    error: {
      message: 'must be equal to one of the allowed values',
      params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}`,
    },
    code(cxt) {
      const values = cxt.schema as readonly unknown[];
      const code = _`new Set(${stringify(values)})`;
      const set = cxt.gen.scopeValue('keyword', { ref: values, key: JSON.stringify(values), code });
      cxt.fail(_`!${set}.has(${cxt.data})`);
    },
  });
  return ajv;
}

const ajvParameters = 'data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}';

/** The function under our name, with the two parameters that our calls pass. */
function renamed(code: string, from: string, to: string): string {
  const head = `function ${from}(${ajvParameters}){`;
  const tail = `${from}.errors = vErrors;\nreturn errors === 0;\n}`;
  const body = code.trimEnd();
  if (!body.startsWith(head) || !body.endsWith(tail)) throw new Error('Ajv writes functions in another form.');
  return `function ${to}(data, instancePath = ''){${body.slice(head.length, -tail.length)}${to}${tail.slice(from.length)}`;
}

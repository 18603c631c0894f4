/**
 * Compiles schemas into the code of stand-alone validators, with Ajv. Each schema becomes one function that calls those of
 * the schemas it refers to: compiled one by one, so that neither chains nor cycles of references nest.
 */
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { SchemaObject } from '../schema/json-schema.ts';
import { addKeywords, Constant } from './keywords.ts';
import { layOut } from './lay-out.ts';
import { shorten } from './shorten.ts';
import { tableValidator } from './tables.ts';
import { usedHelpers } from './helpers.ts';

export interface NamedSchema {
  /** Name of the function. ASCII. */
  readonly name: string;
  /** Free of annotations. Refers to others by `call` and the like. */
  readonly schema: SchemaObject;
}

export interface CompiledValidators {
  /** Constants and helpers that the functions use, each once. */
  readonly shared: string;
  /** Declarations of the functions, in the order given. */
  readonly functions: readonly string[];
}

/** Loads Ajv (about 90 ms) and compiles. Most messages are but tables, and need nothing of Ajv. */
export async function compileValidators(schemas: readonly NamedSchema[]): Promise<CompiledValidators> {
  const ajv = await createCompiler();
  const shared = new Map<string, string>();
  const tables = schemas.map(({ name, schema }) => tableValidator(name, schema));
  const functions = schemas.map(({ name, schema }, i) => {
    if (tables[i] !== undefined) return tables[i];
    const { source } = ajv.compile(schema);
    if (source === undefined) throw new Error(`Ajv gives no code for ${name}.`);
    for (const [prefix, values] of Object.entries(source.scopeValues)) {
      // The function itself and its root stand among the values too.
      if (prefix === 'validate' || prefix === 'root' || values === undefined) continue;
      for (const value of values) {
        const { ref, code: own } = value.value ?? {};
        const code = ref instanceof Constant ? ref.code : (own?.toString() ?? JSON.stringify(ref));
        shared.set(value.toString(), `const ${value.toString()} = ${code};`);
      }
    }
    return renamed(source.validateCode, source.validateName.toString(), name);
  });
  const shortened = functions.map((code, i) => (tables[i] === undefined ? shorten(code) : code));
  const values = readOnly(shared, shortened);
  if (/\brequire\(/.test([...values, ...shortened].join('\n').replace(/"(?:[^"\\]|\\.)*"/g, ''))) {
    throw new Error('A compiled validator needs a module of Ajv at run time.');
  }
  return {
    shared: [values.join('\n'), ...usedHelpers(shortened)].filter((text) => text !== '').join('\n\n'),
    functions: shortened.map((code, i) => tables[i] ?? layOut(code)),
  };
}

/** The constants that some function reads. */
function readOnly(constants: ReadonlyMap<string, string>, functions: readonly string[]): readonly string[] {
  const words = new Set(functions.flatMap((code) => code.match(/[\w$]+/g) ?? []));
  return [...constants].filter(([name]) => words.has(name)).map(([, code]) => code);
}

async function createCompiler(): Promise<Ajv2020> {
  const [{ Ajv2020 }, { _, str, Name }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv')]);
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
  addKeywords(ajv, { _, str, Name });
  return ajv;
}

const ajvParameters = 'data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}';

/** The function under our name, with the two parameters that our calls pass. */
function renamed(code: string, from: string, to: string): string {
  const head = `function ${from}(${ajvParameters}){`;
  const body = code.trimEnd();
  // Any value is valid: then nothing stands before this.
  const tail = body.lastIndexOf(`${from}.errors = `);
  if (!body.startsWith(head) || tail < head.length) throw new Error('Ajv writes functions in another form.');
  return `function ${to}(data, instancePath = ''){${body.slice(head.length, tail)}${to}${body.slice(tail + from.length)}`;
}

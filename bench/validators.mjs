/**
 * Generated validators beside ajv (stand-alone code), TypeBox (compiled) and zod, on messages in memory. Verdicts are
 * compared first, on valid messages and on messages with one fault each.
 *
 *   node validators.mjs [--workloads push,msg] [--rounds 15] [--ms 60]
 */
import { parseArgs } from 'node:util';
import { measure, warm } from './measure.mjs';
import { convert, schema } from './schema.mjs';
import { figure, median, quartiles } from './statistics.mjs';
import { workloads } from './workloads.mjs';

const names = ['wiremark', 'ajv', 'typebox', 'zod'];
const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: 'push,page,msg,msg CJK,batch,numbers,maps,many' },
    rounds: { type: 'string', default: '15' },
    ms: { type: 'string', default: '60' },
  },
});
const [rounds, ms] = [Number(options.rounds), Number(options.ms)];

/** What no field of a type can be. */
const wrong = {
  string: [5, null],
  bool: ['true', 1],
  int32: [1.5, 2 ** 31, '1'],
  int64: [2 ** 53, '1', 0.5],
  double: ['1', null],
  bytes: ['AAAA', [0]],
};

/** Copies of a message with one fault each, in it or in what lies in it. */
function spoilt(type, message) {
  return Object.entries(schema[type]).flatMap(([name, field]) => {
    const put = (value) => ({ ...message, [name]: value });
    const [kind, inner] = field.split(' ');
    if (inner === undefined && schema[field] === undefined) return [undefined, ...wrong[field]].map(put);
    if (inner === undefined) return [put('x'), put([]), ...spoilt(field, message[name]).map(put)];
    const values = schema[inner] === undefined ? wrong[inner] : spoilt(inner, Object.values(message[name])[0]);
    const held = values.map((value) => (kind === 'list' ? [...message[name], value] : { ...message[name], x: value }));
    return [undefined, 'x', kind === 'list' ? {} : [], ...held].map(put);
  });
}

function verify(validator, name, { type, valid, invalid }) {
  const check = (value, wanted) => {
    const { is, explain } = validator;
    if (is(value) !== wanted || ([...explain(value)].length === 0) !== wanted) {
      throw new Error(
        `${name} takes a ${type} for ${wanted ? 'invalid' : 'valid'}: ${JSON.stringify(value).slice(0, 300)}`,
      );
    }
  };
  for (const value of valid) check(value, true);
  for (const value of invalid) check(value, false);
}

const loop = (call, inputs) => {
  const run = new Function(
    'call',
    'inputs',
    'mask',
    'n',
    'let r; for (let i = 0; i < n; i++) r = call(inputs[i & mask]); return r;',
  );
  return { run: (n) => run(call, inputs, inputs.length - 1, n), n: 1 };
};

const rows = [];
for (const workload of options.workloads.split(',')) {
  const { type, items } = workloads[workload]();
  const valid = items.map((plain) => convert(type, plain, { int64: Number }));
  const inputs = { type, valid, invalid: spoilt(type, valid[0]) };
  const validators = new Map();
  for (const name of names) {
    const { default: load } = await import(`./validators/${name}.mjs`);
    const validator = load(type);
    verify(validator, name, inputs);
    validators.set(name, validator);
  }
  for (const operation of ['is', 'explain']) {
    const operations = [...validators].map(([name, validator]) => [name, loop(validator[operation], valid), []]);
    for (const [, each] of operations) warm(each, ms * 3);
    for (let round = 0; round < rounds; round++) {
      for (let k = 0; k < operations.length; k++) {
        const [, each, rates] = operations[(k + round) % operations.length];
        rates.push(measure(each, ms));
      }
    }
    const [[, , ours], ...others] = operations;
    const cells = others.map(([name, , rates]) => {
      const ratios = ours.map((rate, round) => rate / rates[round]);
      const [low, high] = quartiles(ratios).map((x) => x.toFixed(2));
      return `${name} ${figure(median(rates))}/s, ours x${median(ratios).toFixed(2)} [${low} .. ${high}]`;
    });
    console.log(`${workload}, ${operation}: wiremark ${figure(median(ours))}/s; ${cells.join('; ')}`);
    const ratio = ([, , rates]) => median(ours.map((rate, round) => rate / rates[round])).toFixed(1);
    rows.push(`| ${workload}, ${operation === 'is' ? '`isX`' : '`validateX`'} | ${others.map(ratio).join(' | ')} |`);
  }
}
console.log(`\nOurs as a multiple of each, valid messages:\n`);
console.log([`| | ${names.slice(1).join(' | ')} |`, '|---|---|---|---|', ...rows].join('\n'));

/** Property cases of event-spec types: any value of a type, read and written again. */
import { typeArbitrary } from '../../arbitraries/spec-value.ts';
import type { PropertyCase } from '../../model/case.ts';
import { printExact } from '../../reference/oracle/json-text.ts';
import { namedSlot } from '../../reference/oracle/oracle.ts';
import { transcodeStep } from '../codec/sample.ts';
import type { TypeContext } from './plain.ts';

/** Examples of each property unless the user asks for more. */
const defaultRuns = 100;

export function typeProperties(context: TypeContext): PropertyCase[] {
  const { descriptor } = context.types;
  return [...descriptor.types, ...descriptor.derivedTypes]
    .filter(({ kind }) => kind === 'object' || kind === 'union')
    .map(({ name }) => ({
      kind: 'property',
      id: `codec/${name}/property/any-value/json-json`,
      role: 'codec',
      level: 'required',
      clauses: ['values.type.carried', 'values.type.int64-exact', 'values.type.presence', 'values.type.enum'],
      description: `Any value, JSON to JSON: ${name}.`,
      needs: ['json'],
      runs: defaultRuns,
      async arbitrary() {
        const { default: fc } = await import('fast-check');
        return typeArbitrary(fc, context, namedSlot(context.types, name)).map((value) => {
          const text = printExact(value);
          return {
            steps: [
              transcodeStep(name, {
                input: text,
                to: 'json',
                replies: [{ kind: 'ok', value: { kind: 'typed-json', type: name, text } }],
              }),
            ],
          };
        });
      },
    }));
}

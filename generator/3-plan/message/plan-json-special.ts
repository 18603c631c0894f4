/** Plans the JSON of well-known types: what their readers and writers call. */
import type { Literal } from '../../ir/printable.ts';
import type { Field, Message } from '../../ir/protocol.ts';
import type { Expression, TypeCode } from '../../ir/view/code.ts';
import type { PlanContext } from '../context.ts';
import { atom, call, code, runtime } from './code.ts';
import { planJsonValue } from './json-value.ts';
import { isWrapper, wellKnownOf } from './well-known.ts';

export interface SpecialJson {
  readonly type: TypeCode;
  /** From `json`, with `options` in scope. */
  readonly read: Expression;
  /** From `message`, with `options` in scope where it may nest without end. */
  readonly write: Expression;
}

export function planSpecialJson(message: Message, context: PlanContext): SpecialJson | undefined {
  if (isWrapper(message)) return planWrapper(message.fields[0]!, context);
  const known = wellKnownOf(message);
  if (known === undefined) return undefined;
  const options = known.options ? [atom(code('options'))] : [];
  const read = call(runtime(known.read), atom(code('json')), ...options);
  return {
    type: known.type,
    read: known.fields === 'seconds nanos' ? withSeconds(read, message.fields[0]!) : read,
    write: call(runtime(known.write), atom(code('message')), ...options),
  };
}

/** Times are read with seconds as a number; the field may want another type. */
function withSeconds(time: Expression, { int64 }: Field): Expression {
  if (int64 === 'number') return time;
  return call(runtime(int64 === 'bigint' ? 'withBigintSeconds' : 'withStringSeconds'), time);
}

function planWrapper({ shape, int64 }: Field, context: PlanContext): SpecialJson {
  const value = planJsonValue(shape.type, int64, context);
  return {
    type: value.type,
    read: { kind: 'object', entries: [{ key: code('value'), value: value.read(atom(code('json'))) }] },
    write: value.write(atom('message.value' as string as Literal)),
  };
}

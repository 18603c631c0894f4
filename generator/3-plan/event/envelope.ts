/** The JSON envelope of a spec's events: where it holds name and arguments, and the code that fills it. */
import type { EventSpec } from '../../ir/event-spec.ts';
import type { Expression, TypeCode } from '../../ir/view/code.ts';
import type { EventMapView } from '../../ir/view/event-view.ts';
import { propertyKey } from '../text.ts';
import { atom, call, infix, object, quoted, verbatim } from './build.ts';

/** RFC 6901 pointers into the envelope. */
export interface EnvelopePlaces {
  readonly event: string;
  readonly args: string;
}

/** Of a spec without bindings. */
const usual: EnvelopePlaces = { event: '/event', args: '/args' };

/** The places of the first binding, provided that neither lies inside the other. */
export function envelopeOf({ bindings }: EventSpec): EnvelopePlaces {
  const { event, args } = bindings[0] ?? usual;
  const apart =
    event !== '' && args !== '' && !`${event}/`.startsWith(`${args}/`) && !`${args}/`.startsWith(`${event}/`);
  return apart ? { event, args } : usual;
}

/** An object in an object in an envelope, down to the two places. */
interface Frame<Leaf> {
  readonly members: readonly { readonly name: string; readonly value: Leaf | Frame<Leaf> }[];
}

function frameOf<Leaf>(places: EnvelopePlaces, leaves: { readonly event: Leaf; readonly args: Leaf }): Frame<Leaf> {
  const [event, args] = [pointerSteps(places.event), pointerSteps(places.args)];
  let shared = 0;
  while (event[shared] === args[shared]) shared++;
  const wrap = (path: readonly string[], value: Leaf | Frame<Leaf>): Leaf | Frame<Leaf> =>
    path.reduceRight<Leaf | Frame<Leaf>>((inner, name) => ({ members: [{ name, value: inner }] }), value);
  const fork: Frame<Leaf> = {
    members: [
      { name: event[shared]!, value: wrap(event.slice(shared + 1), leaves.event) },
      { name: args[shared]!, value: wrap(args.slice(shared + 1), leaves.args) },
    ],
  };
  return wrap(event.slice(0, shared), fork) as Frame<Leaf>;
}

/** The names that an RFC 6901 pointer leads through. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The envelope's JSON type. */
export function envelopeType(places: EnvelopePlaces, event: TypeCode, args: TypeCode): TypeCode {
  const print = (node: TypeCode | Frame<TypeCode>): TypeCode =>
    'kind' in node
      ? node
      : {
          kind: 'members',
          members: node.members.map(({ name, value }) => ({
            key: propertyKey(name),
            optional: false,
            type: print(value),
          })),
        };
  return print(frameOf(places, { event, args }));
}

/** Code that makes an envelope of `value.event` and the converted arguments, which the template calls `args`. */
export function envelopeCode(places: EnvelopePlaces): Pick<EventMapView, 'toJson' | 'toText'> {
  const event: Expression = { kind: 'member', object: verbatim('value'), access: verbatim('.event') };
  const args = atom(verbatim('args'));
  const print = (node: Expression | Frame<Expression>): Expression =>
    'kind' in node
      ? node
      : object(node.members.map(({ name, value }) => ({ key: propertyKey(name), value: print(value) })));
  const parts: (string | Expression)[] = [];
  const write = (node: Expression | Frame<Expression>): void => {
    if ('kind' in node) parts.push(node);
    else {
      for (const [index, { name, value }] of node.members.entries()) {
        parts.push(`${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
        write(value);
      }
      parts.push('}');
    }
  };
  write(frameOf<Expression>(places, { event: call('stringToText', event), args }));
  return {
    toJson: print(frameOf<Expression>(places, { event, args })),
    toText: infix('+', ...merged(parts).map((part) => (typeof part === 'string' ? quoted(part) : part))),
  };
}

/** Neighbouring texts in one. */
function merged(parts: readonly (string | Expression)[]): readonly (string | Expression)[] {
  const result: (string | Expression)[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

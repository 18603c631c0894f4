/** Plans the event map of a spec, and the JSON codec of its events in the envelope of its first binding. */
import type { EventSpec, SpecArgument, SpecEvent } from '../../ir/event-spec.ts';
import type { Identifier } from '../../ir/printable.ts';
import type { Expression, TypeCode } from '../../ir/view/code.ts';
import type { EventMapView, EventView } from '../../ir/view/event-view.ts';
import { identifier, pascalCase } from '../names.ts';
import { comment, literal, place, propertyKey } from '../text.ts';
import {
  array,
  asFunction,
  atom,
  atomType,
  type Build,
  builtIn,
  call,
  infix,
  object,
  quoted,
  thunk,
  unionType,
  verbatim,
} from './build.ts';
import type { Codec } from './codec.ts';
import { argumentTags, declared } from './doc.ts';
import { envelopeCode, envelopeOf, envelopeType } from './envelope.ts';
import { slotOf } from './expressions.ts';
import { trailingOptional } from './plan-callback.ts';
import type { SpecContext } from './spec-context.ts';
import { slotCodec } from './type-codec.ts';

export function planEventMap(spec: EventSpec, context: SpecContext): EventMapView {
  const name = identifier(pascalCase(context.symbols.events(spec.name).name));
  const base = name.charAt(0).toLowerCase() + name.slice(1);
  const local = (suffix: string): Identifier => context.scope.claim(base + suffix);
  const envelope = envelopeOf(spec);
  const planned = spec.events.map((event) => planEvent(event, { context, envelope }));
  return {
    kind: 'event-map',
    name,
    events: planned,
    eventJson: unionType(planned.map(({ jsonType }) => jsonType)),
    rules: call('eventRule', thunk(object(planned.map(({ key, rule }) => ({ key, value: rule }))))),
    names: array(spec.events.map((event) => quoted(event.name))),
    envelope: object([
      { key: verbatim('event'), value: quoted(envelope.event) },
      { key: verbatim('args'), value: quoted(envelope.args) },
    ]),
    ...envelopeCode(envelope),
    locals: {
      envelope: local('Envelope'),
      readers: local('EventReaders'),
      writers: local('EventWriters'),
      texts: local('EventTexts'),
      tests: local('EventTests'),
      rules: local('EventRules'),
    },
    doc: comment(`The events of ${spec.title === '' ? spec.name : spec.title}: the arguments of each, by its name.`),
    deprecated: false,
    origin: spec.origin,
    place: place(spec.origin),
  };
}

interface PlannedArgument {
  readonly label: Identifier;
  /** May be left out, as may all that follow. */
  readonly omissible: boolean;
  readonly type: TypeCode;
  readonly codec: Codec;
}

function planEvent(
  event: SpecEvent,
  { context, envelope }: { context: SpecContext; envelope: { readonly event: string; readonly args: string } },
): EventView & { readonly rule: Expression; readonly jsonType: TypeCode } {
  const planned = trailingOptional(event.arguments).map(({ argument, optional }) =>
    planArgument(argument, optional, context),
  );
  const least = quoted(planned.filter(({ omissible }) => !omissible).length);
  const all = (pick: (codec: Codec) => Build): Expression =>
    array(planned.map(({ codec }) => asFunction(pick(codec), 'arg')));
  const row = (make: (args: Expression) => Expression): Expression => asFunction(make, 'args');
  const tuple = (pick: (one: PlannedArgument) => TypeCode): TypeCode => ({
    kind: 'tuple',
    members: planned.map((one) => ({ key: one.label, optional: one.omissible, type: pick(one) })),
  });
  return {
    key: propertyKey(event.name),
    tags: argumentTags(event.arguments),
    tuple: tuple(({ type }) => type),
    jsonType: envelopeType(
      envelope,
      atomType(literal(event.name)),
      tuple(({ codec }) => codec.json),
    ),
    fromJson: row((args) =>
      call(
        'convertTuple',
        args,
        least,
        all((codec) => codec.fromJson),
      ),
    ),
    toJson: row((args) =>
      call(
        'convertTuple',
        args,
        least,
        all((codec) => codec.toJson),
      ),
    ),
    toText: row((args) =>
      call(
        'tupleToText',
        args,
        least,
        all((codec) => codec.toText),
      ),
    ),
    is: row((args) =>
      call(
        'isTuple',
        args,
        least,
        all((codec) => codec.is),
      ),
    ),
    rule: call('tupleRule', least, array(planned.map(({ codec }) => codec.rule))),
    ...declared({ ...event, description: event.description === '' ? labelOf(event) : event.description }, [
      ...(event.group === '' ? [] : [`Group: ${event.group}.`]),
      ...(event.direction === 'server-to-client' ? [] : [`Direction: ${event.direction}.`]),
    ]),
  };
}

function planArgument(argument: SpecArgument, omissible: boolean, context: SpecContext): PlannedArgument {
  const slot = slotOf(argument);
  const codec = slotCodec(slot, context);
  return {
    label: identifier(argument.name),
    omissible,
    type: slot.optional ? unionType([codec.type, builtIn('undefined')]) : codec.type,
    codec: slot.optional ? omissibleCodec(codec) : codec,
  };
}

/** As the codec, or undefined, for which null stands in a JSON array. */
function omissibleCodec(codec: Codec): Codec {
  const undefinedLiteral = atom(verbatim('undefined'));
  return {
    ...codec,
    json: unionType([codec.json, builtIn('null')]),
    fromJson: (json) => call('nullAsUndefined', json, asFunction(codec.fromJson, 'item')),
    toJson: (value) => call('undefinedAsNull', value, asFunction(codec.toJson, 'item')),
    toText: (value) => call('undefinedToText', value, asFunction(codec.toText, 'item')),
    is: (value) => infix('||', infix('===', value, undefinedLiteral), codec.is(value)),
    rule: call('optionalRule', codec.rule),
  };
}

/** The label, where it says more than the name. */
const labelOf = ({ label, name }: SpecEvent): string => (label === name ? '' : label);

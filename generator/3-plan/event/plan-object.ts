/** Plans an object type: its interface, and the code for each member. */
import type { SpecField, SpecObject } from '../../ir/event-spec.ts';
import type { Expression } from '../../ir/view/code.ts';
import type { MemberView, ObjectView } from '../../ir/view/event-view.ts';
import { literal, propertyAccess, propertyKey } from '../text.ts';
import {
  array,
  asFunction,
  atom,
  type Build,
  builtIn,
  call,
  infix,
  object,
  quoted,
  statement,
  thunk,
  unionType,
  verbatim,
} from './build.ts';
import { declared, fieldLines, fieldTags } from './doc.ts';
import { slotOf } from './expressions.ts';
import { memberOf } from './member.ts';
import type { SpecContext } from './spec-context.ts';
import { slotCodec } from './type-codec.ts';
import { initWithout, isTest } from './object-parts.ts';

export function planObject(node: SpecObject, context: SpecContext): ObjectView {
  const { name } = context.symbols.spec(context.spec.name, node.name);
  const { rule, listed, recursive } = context.locals.get(node.name)!;
  const members = node.fields.map((field) => planMember(field, context));
  const demanded = members.filter(({ initial }) => initial === undefined).map(({ text }) => text);
  const properties = thunk(object(members.map((member) => ({ key: member.key, value: member.rule }))));
  return {
    kind: 'object',
    name,
    ruleName: rule,
    recursive,
    members,
    open: node.open,
    listedName: listed,
    listed: call(atom(verbatim('new Set')), array(node.fields.map((field) => quoted(field.name)))),
    is: isTest({ name, members, listed: node.open ? undefined : listed, recursive: recursive !== undefined }),
    rule: node.open ? call('objectRule', properties) : call('closedObjectRule', atom(listed), properties),
    plain: context.graph.isPlainType(node.name),
    init: initWithout(name, demanded),
    initOptional: demanded.length === 0,
    ...declared(node),
  };
}

function planMember(field: SpecField, context: SpecContext): MemberView {
  const slot = slotOf(field);
  const codec = slotCodec(slot, context);
  const text = literal(field.name);
  const from = memberOf('from', field.name);
  const value = memberOf('value', field.name);
  const convert = (build: Build): Expression => call('required', atom(text), value, asFunction(build, 'member'));
  const present = infix('!==', value, atom(verbatim('undefined')));
  const condition = slot.optional ? present : undefined;
  return {
    key: propertyKey(field.name),
    tags: fieldTags(field),
    optional: slot.optional,
    type: slot.optional ? unionType([codec.type, builtIn('undefined')]) : codec.type,
    jsonType: codec.json,
    initial: slot.optional ? atom(verbatim('undefined')) : codec.initial(),
    fromJson: call(slot.optional ? 'optional' : 'required', atom(text), from, asFunction(codec.fromJson, 'member')),
    toJson: statement(assignment(field.name, convert(codec.toJson)), condition),
    text,
    toText: statement(appending(field.name, convert(codec.toText)), condition),
    is: slot.optional
      ? infix('||', infix('===', value, atom(verbatim('undefined'))), codec.is(value))
      : codec.is(value),
    rule: slot.optional ? call('optionalRule', codec.rule) : codec.rule,
    ...declared(field, fieldLines(field)),
  };
}

/** `json.name = value`. */
function assignment(name: string, value: Expression): Expression {
  const json = verbatim('json');
  // Assigning to `__proto__` would set the prototype.
  if (name === '__proto__') return call('setOwn', atom(json), quoted(name), value);
  return infix('=', { kind: 'member', object: json, access: propertyAccess(name) }, value);
}

/** `text += ',"name":' + value`. */
function appending(name: string, value: Expression): Expression {
  return infix('+=', atom(verbatim('text')), infix('+', quoted(`,${JSON.stringify(name)}:`), value));
}

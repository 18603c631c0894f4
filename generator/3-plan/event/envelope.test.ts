import { describe, expect, it } from 'vitest';
import type { EventSpec } from '../../ir/event-spec.ts';
import type { Code } from '../../ir/view/code.ts';
import { envelopeCode, envelopeOf } from './envelope.ts';

const withBinding = (event: string, args: string): EventSpec =>
  ({ bindings: [{ event, args }] }) as unknown as EventSpec;

/** The code on one line; enough for what envelopes are made of. */
function flat(code: Code): string {
  switch (code.kind) {
    case 'atom':
      return code.text;
    case 'member':
      return code.object + code.access;
    case 'call':
      return `text(${code.args.map(flat).join()})`;
    case 'infix':
      return code.operands.map(flat).join('+');
    case 'object':
      return `{${code.entries.map(({ key, value }) => `${key}:${flat(value)}`).join()}}`;
    default:
      throw new Error(code.kind);
  }
}

describe('envelopes', () => {
  it.each([
    ['/event', '/args', "'{\"event\":'+text(value.event)+',\"args\":'+args+'}'", '{event:value.event,args:args}'],
    ['/a/b', '/a/c', '\'{"a":{"b":\'+text(value.event)+\',"c":\'+args+\'}}\'', '{a:{b:value.event,c:args}}'],
    ['/a/b', '/c', '\'{"a":{"b":\'+text(value.event)+\'},"c":\'+args+\'}\'', '{a:{b:value.event},c:args}'],
    ['/a', '/b/c~1d', '\'{"a":\'+text(value.event)+\',"b":{"c/d":\'+args+\'}}\'', "{a:value.event,b:{'c/d':args}}"],
  ])('%s and %s', (event, args, text, json) => {
    const places = envelopeOf(withBinding(event, args));
    const code = envelopeCode(places);
    expect(flat(code.toText)).toBe(text);
    expect(flat(code.toJson)).toBe(json);
  });

  it.each([
    ['/a', '/a'],
    ['/a', '/a/b'],
    ['', '/a'],
  ])('are the usual one where %j and %j cannot both be', (event, args) => {
    expect(envelopeOf(withBinding(event, args))).toEqual({ event: '/event', args: '/args' });
  });
});

import { describe, expect, test } from 'vitest';
import type { Descriptor } from '../model/descriptor.gen.ts';
import type { Binding } from './binding.ts';
import { bindingOf } from './binding-of.ts';

const description = '';
const descriptor = {
  events: [{}],
  bindings: [
    { kind: 'message-envelope', name: 'messages', description, message: '/message', value: '/value' },
    { kind: 'json-envelope', name: 'deep', description, event: '/head/na~1me', args: '/body', codec: 'X' },
    { kind: 'json-envelope', name: 'events', description, event: '/event', args: '/args', codec: 'X' },
  ],
} as unknown as Descriptor;
const named = (name: string): Binding => bindingOf(descriptor, name)!;

test('by name, or the first that fits the package', () => {
  expect(named('events').name).toBe('events');
  expect(named('').name).toBe('deep');
  expect(bindingOf({ ...descriptor, events: [] }, '')?.name).toBe('messages');
  expect(bindingOf(descriptor, 'other')).toBeUndefined();
});

describe.each(['messages', 'deep', 'events'])('the binding "%s"', (name) => {
  test('reads what it writes, digit for digit', () => {
    const args = '[{"__proto__":1,"id":9007199254740993}]';
    const frame = named(name).write('a "b" /c', args);
    expect(named(name).read(frame)).toEqual({ kind: 'event', event: { event: 'a "b" /c', args } });
  });
});

test('where pointers lead', () => {
  expect(named('deep').write('e', '[1,2]')).toEqual({ text: '{"head":{"na/me":"e"},"body":[1,2]}' });
  expect(named('messages').write('m', '[1]')).toEqual({ text: '{"message":"m","value":1}' });
});

test.each([
  ['{', 'the frame is not JSON'],
  ['[]', 'there is no name at "/event"'],
  ['{"event":1,"args":[]}', 'there is no name at "/event"'],
  ['{"event":"e"}', 'there is nothing at "/args"'],
  ['{"event":"e","args":{}}', '"/args" is not an array'],
  ['{"event":"e","args":[],"more":1}', '"/more" does not belong to the envelope'],
])('%s is malformed: %s', (text, problem) => {
  expect(named('events').read({ text })).toEqual({ kind: 'malformed', problem: expect.stringContaining(problem) });
});

test('a binary frame is no envelope', () => {
  expect(named('events').read({ hex: '00' }).kind).toBe('malformed');
});

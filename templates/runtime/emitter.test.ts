import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createEmitter, EventError } from './emitter.ts';
import type { Issue } from './validation.ts';

interface Events {
  said: [text: string, times?: number];
  gone: [];
}

/** Refuses a text that is no string. */
const validate = (value: unknown): readonly Issue[] => {
  const { event, args } = value as { event: string; args: readonly unknown[] };
  return event === 'said' && typeof args[0] !== 'string'
    ? [{ path: '/args/0', code: 'wrong-type', message: 'expected a string' }]
    : [];
};

test('delivers in order, once where that is asked for, until a listener is taken off', () => {
  const events = createEmitter<Events>();
  const heard: string[] = [];
  const stop = events.on('said', (text, times) => heard.push(`on ${text} ${times}`));
  events.once('said', (text) => {
    heard.push(`once ${text}`);
    // Emitting again from within reaches no listener that is gone.
    events.emit('said', 'inner');
  });
  expect(events.emit('said', 'a', 2)).toBe(true);
  stop();
  expect(events.emit('said', 'b')).toBe(true);
  expect(events.dispatch({ event: 'gone', args: [] })).toBe(true);
  expect(heard).toEqual(['on a 2', 'once a', 'on inner undefined']);
});

test('refuses what fails the check, with the name of the event and the place of the fault', () => {
  const events = createEmitter<Events>({ validate });
  const listener = vi.fn();
  events.on('said', listener);
  expect(() => events.emit('said', 1 as never)).toThrow(new EventError('said', validate({ event: 'said', args: [1] })));
  try {
    events.dispatch({ event: 'said', args: [1 as never] });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({
      name: 'EventError',
      code: 'invalid-event',
      event: 'said',
      path: '/args/0',
      message: 'said /args/0: expected a string',
      issues: [{ code: 'wrong-type' }],
    });
  }
  expect(listener).not.toHaveBeenCalled();
});

test('checks what an emitter that it wraps delivers, and hands faults on', () => {
  const emitter = new EventEmitter();
  const faults: EventError[] = [];
  const events = createEmitter<Events>({ over: emitter, validate, onInvalid: (error) => faults.push(error) });
  const heard: string[] = [];
  events.once('said', (text) => heard.push(text));
  emitter.emit('said', 7);
  expect(faults.map(({ event, path }) => `${event} ${path}`)).toEqual(['said /args/0']);
  emitter.emit('said', 'ok');
  emitter.emit('said', 'late');
  expect(heard).toEqual(['ok']);
  expect(emitter.listenerCount('said')).toBe(0);
  emitter.on('gone', () => heard.push('gone'));
  expect(events.emit('gone')).toBe(true);
  expect(events.emit('said', 8 as never)).toBe(false);
  expect(heard).toEqual(['ok', 'gone']);
});

/** An observer beside an emitter: what it keeps, what it leaves out, and that the emitter does not notice. */
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { observe, Observer } from './observe.ts';

const about = { package: '@acme/chat', evidence: 'a test' };

test('types, counts, values and absence are told for each place', () => {
  const emitter = new EventEmitter();
  const heard: unknown[] = [];
  emitter.on('onMessage', (...args) => heard.push(args));
  const seen = new Observer();
  const stop = observe(emitter, seen);
  emitter.emit('onMessage', { id: '9007199254740993', tags: ['a', 1] });
  emitter.emit('onMessage', { id: { low: 1, high: 2, unsigned: false } }, undefined);
  stop();
  emitter.emit('onMessage', 'unseen');
  expect(heard).toHaveLength(3);
  const [event] = seen.toObservations(about).events;
  expect(event).toMatchObject({ name: 'onMessage', count: 2 });
  const at = (pointer: string): unknown => event!.places.find((place) => place.pointer === pointer);
  expect(at('/0/id')).toEqual({
    pointer: '/0/id',
    count: 2,
    types: [
      { type: 'digits', count: 1 },
      { type: 'long', count: 1 },
    ],
    absent: 0,
    values: ['9007199254740993'],
  });
  expect(at('/0/tags')).toMatchObject({ count: 1, absent: 1 });
  expect(at('/0/tags/*')).toMatchObject({ count: 2, values: ['a', 1] });
  expect(at('/1')).toMatchObject({ types: [{ type: 'undefined', count: 1 }], absent: 1 });
});

test('secrets are left out: by name, by argument name, by look, and by names of one’s own', () => {
  const seen = new Observer({ redact: ['room-key'], argumentNames: () => ['who', 'newPassword'] });
  const jwt = 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2ln';
  seen.see('onLogin', [{ access_token: 's1', nested: { Token: { deep: 's2' } }, roomKey: 's3', text: jwt }, 's4']);
  const told = seen.toObservations(about);
  expect(told.redacted).toBe(5);
  for (const secret of ['s1', 's2', 's3', 's4', jwt]) expect(JSON.stringify(told)).not.toContain(secret);
});

test('what it keeps is bounded, whatever it is shown', () => {
  const seen = new Observer();
  const circle: Record<string, unknown> = { __proto__: null };
  circle['__proto__'] = circle;
  seen.see('circle', [circle]);
  for (let at = 0; at < 600; at++) seen.see(`event${at}`, ['x'.repeat(10_000)]);
  for (let at = 0; at < 20_000; at++) seen.see('circle', [{ [`name${at}`]: at }]);
  const told = seen.toObservations(about);
  expect(told.events).toHaveLength(500);
  expect(told.dropped).toBeGreaterThan(0);
  expect(JSON.stringify(told).length).toBeLessThan(5_000_000);
});

test('a sink that throws does not reach the application', () => {
  const emitter = new EventEmitter();
  observe(emitter, {
    see: () => {
      throw new Error('a fault');
    },
  });
  expect(emitter.emit('unheard')).toBe(false);
});

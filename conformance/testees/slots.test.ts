import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

/** Runs tasks that end when told to, and keeps a record of which were running together. */
function bench(capacity: number): {
  readonly slots: Slots;
  readonly running: Set<string>;
  start(name: string, alone?: boolean): Promise<void>;
  finish(name: string): Promise<void>;
} {
  const slots = new Slots(capacity);
  const running = new Set<string>();
  const ends = new Map<string, () => void>();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    slots,
    running,
    async start(name, alone = false) {
      void slots.run(async () => {
        running.add(name);
        await new Promise<void>((resolve) => ends.set(name, resolve));
        running.delete(name);
      }, alone);
      await settle();
    },
    async finish(name) {
      ends.get(name)?.();
      await settle();
    },
  };
}

test('no more than the capacity run at once, the rest in the order of their coming', async () => {
  const { start, finish, running } = bench(2);
  for (const name of ['a', 'b', 'c', 'd']) await start(name);
  expect([...running]).toEqual(['a', 'b']);
  await finish('a');
  expect([...running]).toEqual(['b', 'c']);
});

test('who must be alone waits for the others, and they for him', async () => {
  const { start, finish, running } = bench(3);
  await start('a');
  await start('alone', true);
  await start('b');
  expect([...running]).toEqual(['a']);
  await finish('a');
  expect([...running]).toEqual(['alone']);
  await finish('alone');
  expect([...running]).toEqual(['b']);
});

test('a task that throws gives its place back, and its error to the caller', async () => {
  const slots = new Slots(1);
  await expect(slots.run(() => Promise.reject(new Error('oops')))).rejects.toThrow('oops');
  expect(await slots.run(() => Promise.resolve(1))).toBe(1);
  expect(slots.taken).toBe(0);
});

test('a larger capacity admits who waits', async () => {
  const { slots, start, running } = bench(1);
  await start('a');
  await start('b');
  slots.resize(2);
  await new Promise((resolve) => setImmediate(resolve));
  expect([...running]).toEqual(['a', 'b']);
});

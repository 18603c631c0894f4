import { describe, expect, test } from 'vitest';
import type { Binding } from '../bindings/binding.ts';
import type { Events, Reply, Step } from '../model/fixture.gen.ts';
import type { Observation, ObservedEvent } from '../model/report.gen.ts';
import { parseExact, sameJson } from '../reference/oracle/json-text.ts';
import type { Oracle } from '../reference/oracle/oracle.ts';
import type { JudgeContext } from './finding.ts';
import { judge } from './judge.ts';

/** An oracle that knows no types: texts are equal as JSON, bytes byte for byte. Types are tested where they are known. */
const compare = (expected: string, actual: string): ReturnType<Oracle['differenceOfText']> =>
  sameJson(parseExact(expected), parseExact(actual)) ? undefined : { path: '/p', reason: 'Differs.', expected, actual };
const context: JudgeContext = {
  oracle: {
    differenceOfBytes: (_type, a, b) => compare(JSON.stringify([...a]), JSON.stringify([...b])),
    differenceOfText: (_type, a, b) => compare(a, b),
    differenceOfArguments: (_event, { expected, actual }) => compare(expected, actual),
  },
  binding: {
    read: (frame) =>
      'text' in frame && frame.text.startsWith('!')
        ? { kind: 'event', event: { event: frame.text.slice(1), args: '[1]' } }
        : { kind: 'malformed', problem: 'no "!"' },
  } satisfies Pick<Binding, 'read'>,
};

const step = (replies: readonly Reply[], events?: Events): Step => ({
  command: { cmd: 'sync', session: 's' },
  replies,
  ...(events && { events }),
});
const text = (value: string): Observation => ({ kind: 'ok', value: { text: value } });
const reject: Observation = { kind: 'reject', stage: 'decode', code: 'x', message: 'no' };
const verdict = (replies: readonly Reply[], observation: Observation): string =>
  judge([step(replies)], [{ observation, events: [] }], context).kind;

describe('replies', () => {
  const json: Reply = { kind: 'ok', value: { kind: 'json', text: '{"a":1,"b":2}' } };
  const decode: Reply = { kind: 'reject', stages: ['decode'] };
  test.each<[string, readonly Reply[], Observation, string]>([
    ['key order and white space are free', [json], text('{ "b": 2, "a": 1.0 }'), 'pass'],
    ['values are not', [json], text('{"a":1,"b":3}'), 'fail'],
    [
      'digits are not',
      [{ kind: 'ok', value: { kind: 'json', text: '9007199254740993' } }],
      text('9007199254740992'),
      'fail',
    ],
    ['a key given twice is no JSON', [json], text('{"a":1,"a":1,"b":2}'), 'fail'],
    ['no JSON at all', [json], text('{'), 'fail'],
    ['bytes where text is due', [json], { kind: 'ok', value: { hex: '00' } }, 'fail'],
    ['no content', [json], { kind: 'ok' }, 'fail'],
    [
      'exact bytes',
      [{ kind: 'ok', value: { kind: 'bytes', hex: '00ff' } }],
      { kind: 'ok', value: { hex: '00ff' } },
      'pass',
    ],
    [
      'other bytes',
      [{ kind: 'ok', value: { kind: 'bytes', hex: '00ff' } }],
      { kind: 'ok', value: { hex: '00fe' } },
      'fail',
    ],
    ['any content', [{ kind: 'ok' }], text('x'), 'pass'],
    ['accepted what must be refused', [decode], text('x'), 'fail'],
    ['refused what must be accepted', [json], reject, 'fail'],
    ['refused at the stage asked for', [decode], reject, 'pass'],
    ['refused at another', [{ kind: 'reject', stages: ['encode'] }], reject, 'fail'],
    ['any stage', [{ kind: 'reject', stages: [] }], reject, 'pass'],
    ['the second of two legal replies', [json, decode], reject, 'pass'],
    ['a skip that was not declared', [json], { kind: 'skipped', reason: '', issue: '' }, 'fail'],
    ['an unknown command', [json], { kind: 'unsupported' }, 'fail'],
    ['a fault of its own', [decode], { kind: 'errored', message: 'm', trace: '' }, 'fail'],
    ['a time-out is no refusal', [decode], { kind: 'timeout', afterMs: 1 }, 'fail'],
    ['a crash is no refusal', [decode], { kind: 'crashed', exit: 1, signal: null, stderr: '' }, 'fail'],
    ['a broken rule is no refusal', [decode], { kind: 'protocol-violation', problem: 'p', raw: '' }, 'fail'],
    ['an interrupted run judges nobody', [json], { kind: 'not-run', reason: 'r' }, 'errored'],
    ['a fault of the kit judges nobody', [json], { kind: 'harness-error', message: 'm' }, 'errored'],
  ])('%s', (_, replies, observation, expected) => {
    expect(verdict(replies, observation)).toBe(expected);
  });

  test('the difference names the step, the reason and both sides', () => {
    const found = judge(
      [step([{ kind: 'ok' }]), step([json])],
      [
        { observation: { kind: 'ok' }, events: [] },
        { observation: text('{"b":2,"a":3}'), events: [] },
      ],
      context,
    );
    expect(found).toEqual({
      kind: 'fail',
      difference: {
        step: 1,
        reason: 'The JSON values differ.',
        path: '',
        expected: '{\n  "a": 1,\n  "b": 2\n}',
        actual: '{\n  "a": 3,\n  "b": 2\n}',
      },
    });
  });

  test('a case that breaks off is not judged by what was not seen', () => {
    expect(judge([step([{ kind: 'ok' }])], [], context).kind).toBe('errored');
  });
});

describe('events', () => {
  const emit = (event: string, args = '[1]'): ObservedEvent & { kind: 'emit' } => ({
    kind: 'emit',
    session: 's',
    event,
    args,
  });
  const due = (names: readonly string[], ordered = true): Events => ({
    ordered,
    alternatives: [names.map((name) => emit(name))],
  });
  const judged = (events: Events, observed: readonly ObservedEvent[]): string | undefined => {
    const result = judge(
      [step([{ kind: 'ok' }], events)],
      [{ observation: { kind: 'ok' }, events: observed }],
      context,
    );
    return result.kind === 'fail' ? result.difference.reason : undefined;
  };

  test.each<[string, Events, readonly ObservedEvent[], string | undefined]>([
    ['as due', due(['a', 'b']), [emit('a'), emit('b')], undefined],
    ['lost', due(['a', 'b']), [emit('a')], 'The event "b" is lost.'],
    ['extra', due(['a']), [emit('a'), emit('a')], 'The event "a" is one too many.'],
    ['out of order', due(['a', 'b']), [emit('b'), emit('a')], 'The event has another name: "b".'],
    ['out of order where that is free', due(['a', 'b'], false), [emit('b'), emit('a')], undefined],
    ['another argument', due(['a']), [emit('a', '[2]')], 'Differs at /p: [1] is due, [2] came.'],
    ['arguments that are no JSON', due(['a']), [emit('a', '[')], expect.stringContaining('cannot be read')],
    ['none due, none came', due([]), [], undefined],
    ['another session', due(['a']), [{ ...emit('a'), session: 't' }], 'It belongs to the session "s".'],
    ['an end that is not due', due(['a']), [{ kind: 'closed', session: 's' }], 'It ended the session.'],
    [
      'one of two alternatives',
      { ordered: true, alternatives: [[emit('x')], [emit('a'), emit('b')]] },
      [emit('a'), emit('b')],
      undefined,
    ],
  ])('%s', (_, events, observed, expected) => {
    expect(judged(events, observed)).toEqual(expected);
  });

  test('frames are read by the binding', () => {
    const frame = (value: string): ObservedEvent => ({ kind: 'frame', session: 's', frame: { text: value } });
    const events: Events = {
      ordered: true,
      alternatives: [[{ kind: 'frame', session: 's', event: 'a', args: '[1.0]' }]],
    };
    expect(judged(events, [frame('!a')])).toBeUndefined();
    expect(judged(events, [frame('!b')])).toBe('The event has another name: "b".');
    expect(judged(events, [frame('a')])).toBe('It sent what cannot be read: no "!".');
    expect(judged(events, [emit('a')])).toBe('It emitted what it should have sent.');
  });

  test('events are gathered over the steps up to the sync that judges them', () => {
    const steps = [step([{ kind: 'ok' }]), step([{ kind: 'ok' }], due(['a', 'b'])), step([{ kind: 'ok' }], due([]))];
    const ok: Observation = { kind: 'ok' };
    const observed = [
      { observation: ok, events: [emit('a')] },
      { observation: ok, events: [emit('b')] },
      { observation: ok, events: [] },
    ];
    expect(judge(steps, observed, context)).toEqual({ kind: 'pass' });
  });
});

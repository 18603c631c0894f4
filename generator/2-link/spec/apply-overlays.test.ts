import { describe, expect, test } from 'vitest';
import { linkText } from './test/link-text.ts';

const proto = `syntax = "proto3";
package p;
message M { string a = 1; int32 b = 5; }
enum E { E_ = 0; One = 1; Ten = 10; }
`;
const overlay = (decisions: string) =>
  linkText({
    'a.proto': proto,
    'a.overlay.yaml': `wiremark: 1\ndocuments: { page: { title: P } }\ndecisions:\n${decisions}`,
  });
const faults = async (decisions: string) => (await overlay(decisions)).faults.map((each) => each.split(' -> ')[0]);

test('facts by full name, each with the decision and its reason', async () => {
  const { protocol, faults: found } = await overlay(`
  - { kind: field-numbers, message: p.M, numbers: { a: 1, b: 5 }, from: 3-4, reason: The page has none. }
  - { kind: commented-out, enum: p.E, beside: One, values: { Two: 2, Three: 3 }, from: 7, reason: Glued. }
  - { kind: commented-out, enum: p.E, values: { Four: 4 }, reason: Glued too. }
  - { kind: incomplete, enum: p.E, missing: [20], reason: Lost. }
  - { kind: unspecified, enum: p.E, value: E_, reason: Placeholder. }
  - { kind: status, of: p.E.Ten, status: reserved, reason: So it says. }
  - { kind: note, of: p.M.a, reason: Nothing. }
  - { kind: note, of: p, reason: Nothing either. }
`);
  expect(found).toEqual([]);
  const { facts } = protocol;
  expect([...facts.keys()].sort()).toEqual(['p', 'p.E', 'p.E.E_', 'p.E.Ten', 'p.M', 'p.M.a']);
  expect(facts.get('p.M')?.decisions).toEqual([{ place: 'page:3-4', reason: 'The page has none.' }]);
  expect(facts.get('p.E')).toMatchObject({ incomplete: true, unspecified: false, status: undefined });
  expect(facts.get('p.E')?.commentedOut).toEqual([
    expect.objectContaining({ name: 'Two', number: 2, source: { document: 'page', line: 7 } }),
    expect.objectContaining({
      name: 'Three',
      number: 3,
      origin: { file: 'a.overlay.yaml', line: 6, column: 70, length: 5 },
    }),
    expect.objectContaining({ name: 'Four', number: 4, source: undefined }),
  ]);
  expect(facts.get('p.E')?.decisions.map(({ place }) => place)).toEqual(['page:7', 'a.overlay.yaml', 'a.overlay.yaml']);
  expect(facts.get('p.E.E_')?.unspecified).toBe(true);
  expect(facts.get('p.E.Ten')?.status).toBe('reserved');
  expect(Object.isFrozen(facts.get('p.E')?.commentedOut[0])).toBe(true);
});

describe('a decision that no longer applies is an error', () => {
  test.each([
    [
      '{ kind: field-numbers, message: p.N, numbers: { a: 1 } }',
      'WM3201 4:35 This decision no longer applies: there is no message "p.N".',
    ],
    [
      '{ kind: field-numbers, message: p.M, numbers: { c: 1 } }',
      'WM3201 4:54 This decision no longer applies: there is no field "c".',
    ],
    [
      '{ kind: field-numbers, message: p.M, numbers: { b: 2 } }',
      'WM3202 4:54 This decision no longer applies: the field "b" has the number 5.',
    ],
    [
      '{ kind: commented-out, enum: p.F, values: { x: 7 } }',
      'WM3201 4:32 This decision no longer applies: there is no enum "p.F".',
    ],
    [
      '{ kind: commented-out, enum: p.E, values: { One: 7 } }',
      'WM3202 4:52 This decision no longer applies: "One" is a value by now.',
    ],
    [
      '{ kind: commented-out, enum: p.E, values: { x: 10 } }',
      'WM3202 4:50 This decision no longer applies: 10 has a name by now.',
    ],
    [
      '{ kind: commented-out, enum: p.E, beside: Two, values: { x: 7 } }',
      'WM3201 4:45 This decision no longer applies: there is no value "Two".',
    ],
    [
      '{ kind: unspecified, enum: p.E, value: Zero }',
      'WM3201 4:42 This decision no longer applies: there is no value "Zero".',
    ],
    [
      '{ kind: unspecified, enum: p.E, value: One }',
      'WM3202 4:42 This decision no longer applies: "One" has the number 1.',
    ],
    [
      '{ kind: incomplete, enum: p.E, missing: [10, 11] }',
      'WM3202 4:43 This decision no longer applies: 10 has a name by now.',
    ],
    [
      '{ kind: status, of: p.E.Two, status: s }',
      'WM3201 4:23 This decision no longer applies: there is no node "p.E.Two".',
    ],
    ['{ kind: note, of: q }', 'WM3201 4:21 This decision no longer applies: there is no node "q".'],
  ])('%s', async (decision, expected) => {
    expect(await faults(`- ${decision.replace(/ }$/, ', reason: r }')}\n`)).toEqual([expected]);
  });

  test('and so is one that was made before, also in another file', async () => {
    const decision = '- { kind: unspecified, enum: p.E, value: E_, reason: r }\n';
    expect(await faults(decision + decision)).toEqual(['WM3203 5:11 This was decided before.']);
    const text = `wiremark: 1\ndecisions:\n${decision}`;
    const { diagnostics } = await linkText({ 'a.proto': proto, 'a.overlay.yaml': text, 'b.overlay.yaml': text });
    expect(diagnostics.map(({ code, place }) => [code, place?.file])).toEqual([['WM3203', 'b.overlay.yaml']]);
  });

  test('unless the proto could not be read where it may stand', async () => {
    const { diagnostics } = await linkText({
      'a.proto': 'syntax = "proto3";\npackage p;\nmessage M { string a = ; string b = 2; }\nenum E { Z = 0; }\n',
      'a.overlay.yaml': `wiremark: 1
decisions:
- { kind: field-numbers, message: p.M, numbers: { a: 1, c: 3 }, reason: r }
- { kind: status, of: p.M.a, status: s, reason: r }
`,
      'chat.yaml': 'wiremark: 1\nname: chat\ntitle: C\nevents: { on: { label: O, group: g, arguments: { a: p.M } } }\n',
    });
    expect(diagnostics.filter(({ code }) => code.startsWith('WM3')).map(({ message }) => message)).toEqual([
      'This decision no longer applies: there is no field "c".',
    ]);
  });

  test('decisions of an unknown kind, without a reason, citing what is not listed', async () => {
    expect(
      await faults(`- { kind: renumber, reason: r }
- { kind: note, of: p }
`),
    ).toEqual([
      'WM3004 4:11 Found the string "renumber", which is not one of the values allowed here.',
      'WM3002 5:3 The key "reason" is missing.',
    ]);
    expect(
      await faults(
        '- { kind: note, of: p, from: other:3, reason: r }\n- { kind: note, of: p, from: 3 rule, reason: r }\n',
      ),
    ).toEqual([
      'WM3114 4:30 The document "other" is not listed in this file.',
      'WM3114 5:30 The rule "rule" is not listed in this file.',
    ]);
  });
});

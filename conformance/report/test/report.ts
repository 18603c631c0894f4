/** A report with one of each verdict, hostile text included: what the tests of the formats print. */
import type { Report } from '../../model/report.gen.ts';

/** What a testee may try to smuggle into a page or a terminal. */
export const hostile = `<script>alert("x")</script>\u001b[31m ]]> & 'q' \u202e`;

const counts = {
  total: 5,
  pass: 1,
  fail: 1,
  'known-failure': 1,
  'unexpected-pass': 1,
  skipped: 1,
  errored: 0,
  executed: 4,
};

const clause = { source: 'the guide, section', passed: 0, failed: 0, knownFailures: 0, skipped: 0, errored: 0 };

export const sampleReport: Report = {
  $schema: 'https://wiremark.dev/schema/report.schema.json',
  format: 1,
  outcome: 'not-conformant',
  summary: '1 clause broken (binary.varint.value); 2 cases failed.',
  suite: { name: 'wiremark', version: '0.0.0', cases: 'c0ffee' },
  role: 'codec',
  package: { name: '@acme/chat', version: '1.2.3', protocol: 'chat', spec: 'abcd' },
  profile: 'interpreted',
  binding: '',
  testee: {
    name: hostile,
    version: '9',
    language: 'C++',
    issues: '',
    transport: 'stdio',
    target: './testee --fast',
    capabilities: ['binary', 'json'],
    concurrency: 4,
  },
  seed: 42,
  runs: 0,
  selection: { run: [], skip: [], level: 'required' },
  counts,
  clauses: [
    {
      ...clause,
      id: 'binary.varint.value',
      level: 'required',
      text: 'A varint means what it means.',
      status: 'failed',
      passed: 1,
      failed: 1,
    },
    {
      ...clause,
      id: 'json.bool',
      level: 'recommended',
      text: 'A bool is true or false.',
      status: 'known-failure',
      knownFailures: 1,
    },
    { ...clause, id: 'json.int.form', level: 'required', text: 'Numbers or strings.', status: 'skipped', skipped: 1 },
    { ...clause, id: 'values.enum.member', level: 'informational', text: 'Members.', status: 'not-exercised' },
  ],
  results: [
    {
      id: 'codec/a/one',
      verdict: 'pass',
      level: 'required',
      clauses: ['binary.varint.value'],
      description: 'A small number.',
      reason: '',
      examples: 1,
    },
    {
      id: 'codec/a/two#2',
      verdict: 'fail',
      level: 'required',
      clauses: ['binary.varint.value'],
      description: 'A large number.',
      reason: `The values differ at /n: 1 is due, ${hostile} came.`,
      examples: 7,
      counterexample: {
        steps: [
          {
            command: { cmd: 'transcode', type: 'chat.M', from: 'binary', to: 'json', data: { hex: '0801' } },
            replies: [{ kind: 'ok', value: { kind: 'typed-json', type: 'chat.M', text: '{"n":1}' } }],
          },
        ],
        observed: [{ observation: { kind: 'ok', value: { text: hostile } }, events: [] }],
        difference: {
          step: 0,
          reason: 'The values differ.',
          path: '/n',
          expected: '{\n  "n": 1\n}',
          actual: `{\n  "n": ${hostile}\n}`,
        },
        seed: 42,
        path: '6:0:1',
        examples: 7,
        shrinks: 2,
        fixture: '',
      },
    },
    {
      id: 'codec/b/crash',
      verdict: 'unexpected-pass',
      level: 'required',
      clauses: ['json.bool'],
      description: 'Listed.',
      reason: 'Listed as known to fail: old bug',
      examples: 1,
    },
    {
      id: 'codec/b/known',
      verdict: 'known-failure',
      level: 'recommended',
      clauses: ['json.bool'],
      description: 'Listed.',
      reason: 'It crashed (SIGSEGV). Known: old bug',
      examples: 1,
      observation: { kind: 'crashed', exit: null, signal: 'SIGSEGV', stderr: hostile },
    },
    {
      id: 'codec/b/skipped',
      verdict: 'skipped',
      level: 'required',
      clauses: ['json.int.form'],
      description: 'Needs json.',
      reason: 'The testee does not declare: json.',
      examples: 0,
    },
  ],
  lists: [
    { list: 'known-failing', pattern: 'codec/zzz/**', place: 'known.json:3', problem: 'matches-nothing', cases: [] },
  ],
  environment: { runtime: 'Node.js 20', platform: 'linux x64' },
  timing: { durationMs: 1234, startMs: 50, starts: 1, slowest: [{ id: 'codec/a/one', durationMs: 12 }] },
};

/** A small suite, and testees that are right or wrong about it: what the tests of the whole pipeline run on. */
import path from 'node:path';
import { array, nat } from 'fast-check';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { certify, type CertifyRequest } from '../certify.ts';
import type { CaseSource, TestCase } from '../model/case.ts';
import type { Clause } from '../model/clause.ts';
import type { Step } from '../model/fixture.gen.ts';
import type { CaseResult, Report } from '../model/report.gen.ts';
import type { InProcessTestee } from '../model/testee.ts';
import { inProcess } from '../testees/in-process.ts';

/** A package that is there whenever the tests run. */
export const anyPackage = path.join(packageRoot(), 'out/openim-common');

export const clauses: readonly Clause[] = (
  [
    ['echo.fixed', 'required'],
    ['echo.numbers', 'required'],
    ['echo.nice', 'recommended'],
    ['echo.unseen', 'required'],
  ] as const
).map(([id, level]) => ({
  id,
  level,
  roles: ['codec'],
  text: `The rule ${id} must be kept.`,
  source: { document: 'test', section: id },
}));

/** An echo must give back the text that it was given. */
export const echoStep = (text: string): Step => ({
  command: { cmd: 'transcode', type: 'T', from: 'json', to: 'json', data: { text } },
  replies: [{ kind: 'ok', value: { kind: 'json', text } }],
});

const fixed = (id: string, clause: string, more: Partial<TestCase> = {}): TestCase =>
  ({
    kind: 'fixed',
    id,
    role: 'codec',
    level: clause === 'echo.nice' ? 'recommended' : 'required',
    clauses: [clause],
    description: `Echoes ${id}.`,
    needs: [],
    steps: [echoStep(JSON.stringify(id))],
    ...more,
  }) as TestCase;

export const cases: readonly TestCase[] = [
  fixed('fixed/one', 'echo.fixed'),
  fixed('fixed/two', 'echo.fixed'),
  fixed('fixed/nice', 'echo.nice'),
  fixed('fixed/needy', 'echo.unseen', { needs: ['wings'] }),
  {
    kind: 'property',
    id: 'property/numbers',
    role: 'codec',
    level: 'required',
    clauses: ['echo.numbers'],
    description: 'Echoes any list of numbers.',
    needs: [],
    runs: 200,
    arbitrary: () => array(nat(1000), { maxLength: 8 }).map((list) => ({ steps: [echoStep(JSON.stringify(list))] })),
  },
];

const source: CaseSource = { name: 'test', cases: () => Promise.resolve(cases) };

/** A testee that answers each text as the function says; undefined: the answer is a skip. */
export function textTestee(
  answer: (text: string) => string | undefined,
  caps: readonly string[] = [],
): InProcessTestee {
  return {
    handle(request, emit) {
      const { id } = request;
      if (request.cmd === 'hello') {
        return emit({ id, ok: { version: 1, impl: { name: 'test' }, roles: ['codec'], caps, concurrency: 2 } });
      }
      if (request.cmd !== 'transcode') return emit({ id, ok: {} });
      const text = answer('text' in request.data ? request.data.text : '');
      return emit(text === undefined ? { id, skipped: { reason: 'not today' } } : { id, ok: { text } });
    },
  };
}

/** Gets every list wrong that holds a number above 500. */
export const dislikesLargeNumbers = textTestee((text) =>
  /\d{4}|[5-9]\d\d/.test(text) && text[0] === '[' ? '[]' : text,
);

/** The request that certifies the testee on this suite. */
export function requestFor(testee: InProcessTestee, more: Partial<CertifyRequest> = {}): CertifyRequest {
  return {
    package: anyPackage,
    role: 'codec',
    transport: () => inProcess(() => testee, 'test'),
    sources: [source],
    clauses,
    profile: 'interpreted',
    binding: '',
    selection: { run: [], skip: [], level: 'required' },
    seed: 1,
    runs: 0,
    path: '',
    jobs: 1,
    timeoutMs: 3000,
    startTimeoutMs: undefined,
    knownFailing: [],
    knownFlaky: [],
    cwd: packageRoot(),
    version: '0.0.0',
    signal: new AbortController().signal,
    listener: { started() {}, progress() {} },
    ...more,
  };
}

/** @throws Error - When the run gives no report. */
export async function reportOn(testee: InProcessTestee, more: Partial<CertifyRequest> = {}): Promise<Report> {
  const { value, diagnostics } = await certify(requestFor(testee, more));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

export const resultOf = (report: Report, id: string): CaseResult => {
  const result = report.results.find((one) => one.id === id);
  if (result === undefined) throw new Error(`There is no result for ${id}.`);
  return result;
};

/** A report without what two runs of the same seed may differ in. */
export function lasting(report: Report): object {
  return { ...report, timing: undefined, environment: undefined };
}

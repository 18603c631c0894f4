/** Holds the content of an answer against what it must be. */
import type { Expected, Payload } from '../model/fixture.gen.ts';
import { parseExact, sameJson } from '../reference/oracle/json-text.ts';
import { sideOf, tell, type Finding, type JudgeContext } from './finding.ts';

/** @returns What is wrong; undefined when nothing is. */
export function judgeValue(
  expected: Expected,
  actual: Payload | undefined,
  { oracle }: JudgeContext,
): Finding | undefined {
  const binary = 'hex' in expected;
  const wanted = binary ? expected.hex : expected.text;
  if (actual === undefined) return unlike('It answered without content.', wanted, '');
  const found = 'hex' in actual ? actual.hex : actual.text;
  if (binary !== 'hex' in actual) {
    const reason = binary ? 'It answered with text instead of bytes.' : 'It answered with bytes instead of text.';
    return unlike(reason, wanted, found);
  }
  if (wanted === found) return undefined;
  switch (expected.kind) {
    case 'bytes':
      return unlike('Other bytes are due.', wanted, found);
    case 'message': {
      const sides = [wanted, found].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer];
      const difference = oracle.differenceOfBytes(expected.type, ...sides);
      return difference && tell(difference, { expected: wanted, actual: found });
    }
    case 'json':
      return judgeJson(wanted, found);
    case 'typed-json': {
      const difference = oracle.differenceOfText(expected.type, wanted, found);
      return difference && tell(difference, { expected: wanted, actual: found });
    }
    default:
      return expected satisfies never;
  }
}

function judgeJson(wanted: string, found: string): Finding | undefined {
  try {
    return sameJson(parseExact(wanted), parseExact(found))
      ? undefined
      : unlike('The JSON values differ.', wanted, found);
  } catch (error) {
    return unlike(`The answer is not JSON: ${(error as Error).message}`, wanted, found);
  }
}

const unlike = (reason: string, expected: string, actual: string): Finding => ({
  reason,
  path: '',
  expected: sideOf(expected),
  actual: sideOf(actual),
});

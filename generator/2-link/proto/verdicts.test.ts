/**
 * Some 300 small files, legal and illegal, with what protoc 36.2 said of each: rejected, accepted or accepted with
 * warnings. Our verdict is the same, or the case notes why not; code and place of each finding are on record.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkTexts, summary } from './test/linked.ts';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly protoc: 'rejects' | 'warns' | 'accepts';
  /** As `summary` gives them. */
  readonly expected: readonly string[];
  /** Why our verdict is another than protoc's. */
  readonly note?: string;
}

const cases = JSON.parse(readFileSync(path.join(import.meta.dirname, 'test/verdicts.json'), 'utf8')) as readonly Case[];

function verdict(lines: readonly string[]): Case['protoc'] {
  if (lines.some((line) => line.includes(' error '))) return 'rejects';
  return lines.length > 0 ? 'warns' : 'accepts';
}

describe('verdicts', () => {
  it('are those of protoc, but for the noted cases', () => {
    expect(cases.length).toBeGreaterThan(300);
    for (const { name, protoc, expected, note } of cases) {
      expect([name, verdict(expected) === protoc], name).toEqual([name, note === undefined]);
    }
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', async (_, { files, expected }) => {
    const { diagnostics } = await linkTexts(files, { protos: ['a.proto'] });
    expect(summary(diagnostics)).toEqual(expected);
    for (const { message, fix } of diagnostics) {
      expect(message).toMatch(/\.$/);
      expect(fix).not.toMatch(/undefined|\{\w+\}|""/);
      expect(message).not.toMatch(/undefined|\{\w+\}/);
    }
  });
});

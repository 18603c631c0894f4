/**
 * What is fuzzed. The first byte of an input chooses the type, the second the options of JSON; the rest is the bytes or
 * the text that is read.
 */
import { checkBytes, checkText } from './check.ts';
import type { Codec } from './codec.ts';

/** A package, as the folder it lies in, and how it is read. */
export interface Target {
  /** Relative to the repository. */
  readonly folder: string;
  readonly format: 'binary' | 'json';
  /** The types that hold the others: most inputs are read as one of them. */
  readonly most: readonly string[];
}

/** Where the runner generates code for the messages of Google's conformance suite. */
export const googleFolder = '.wiremark/fuzz/google';

const google = {
  folder: googleFolder,
  most: ['TestAllTypesProto2', 'TestAllTypesProto3', 'TestAllTypesEdition2023', 'TestAllTypesProto2_MessageSetCorrect'],
};
const openim = { folder: 'out/openim-common', most: ['OfflinePushInfo'] };

export const targets = {
  'google-binary': { ...google, format: 'binary' },
  'google-json': { ...google, format: 'json' },
  'openim-binary': { ...openim, format: 'binary' },
  'openim-json': { ...openim, format: 'json' },
  'floo-json': { folder: 'out/floo', most: ['FlooEvent'], format: 'json' },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof targets;

/** @throws Error that says what does not hold of the input. */
export function checkInput({ format, most }: Target, codecs: readonly Codec[], input: Uint8Array): void {
  const [choice, options] = input;
  if (choice === undefined || options === undefined) return;
  const among = choice < 192 ? codecs.filter(({ name }) => most.includes(name)) : codecs;
  const codec = among[choice % among.length]!;
  const rest = input.subarray(2);
  if (format === 'binary') checkBytes(codec, rest);
  else
    checkText(codec, new TextDecoder().decode(rest), {
      ignoreUnknown: (options & 1) === 1,
      uniqueKeys: (options & 2) === 2,
    });
}

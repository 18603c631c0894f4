/** Takes JSON of a frame, gives its value with every digit, or what is wrong with it. */
import type { Payload } from '../model/fixture.gen.ts';
import { parseExact, type ExactJson } from '../reference/oracle/json-text.ts';
import { malformed, type ReadFrame } from './binding.ts';

/**
 * @param text - The JSON.
 * @param what - What the text is, for the message: `the frame`, `the packet`.
 * @param read - Takes the value; what it returns is returned.
 */
export function readJson(text: string, what: string, read: (tree: ExactJson) => ReadFrame): ReadFrame {
  let tree: ExactJson;
  try {
    tree = parseExact(text);
  } catch (error) {
    return malformed(`${what} is not JSON: ${(error as Error).message}`);
  }
  return read(tree);
}

/** The same for frames that are JSON from end to end. */
export const readJsonFrame = (frame: Payload, read: (tree: ExactJson) => ReadFrame): ReadFrame =>
  'hex' in frame ? malformed('the frame is binary, not text') : readJson(frame.text, 'the frame', read);

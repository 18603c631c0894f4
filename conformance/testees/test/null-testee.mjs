// Answers as the null testee that the environment names: a module for `--module`, with nothing implemented behind it.
import { nullTestees } from '../../../dist/conformance/reference/faults/null-testees.js';

const testee = nullTestees[process.env.NULL_TESTEE]('codec');
export const handle = (message, emit) => testee.handle(message, emit);

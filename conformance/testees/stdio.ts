/** A testee as a child process: a line of JSON per message on stdin and stdout, free text on stderr. */
import type { Transport } from '../model/testee.ts';
import { parseMessage } from './exact-json.ts';
import { maxMessageBytes } from './limits.ts';
import { LineReader } from './line-reader.ts';
import { ProcessGroups } from './process-group.ts';
import { ProcessLink, startProcess, type CommandLine, type Framing, type FramingListener } from './process-link.ts';

export function stdio(command: CommandLine): Transport {
  const groups = new ProcessGroups();
  return {
    kind: 'stdio',
    target: command.join(' '),
    start: async (listener) => new ProcessLink(await startProcess(command), listener, { groups, framing: jsonLines }),
  };
}

function jsonLines(listener: FramingListener): Framing {
  const lines = new LineReader(maxMessageBytes, {
    line(text, bytes) {
      let message: unknown;
      try {
        message = parseMessage(text);
      } catch {
        return listener.violation('a line is not JSON', text);
      }
      listener.message(message, bytes);
    },
    violation: (problem, raw) => listener.violation(problem, raw),
  });
  return {
    unit: 'line',
    write: (request) => `${JSON.stringify(request)}\n`,
    push: (chunk) => lines.push(chunk),
    get pendingBytes() {
      return lines.pendingBytes;
    },
    get half() {
      return lines.halfLine;
    },
  };
}

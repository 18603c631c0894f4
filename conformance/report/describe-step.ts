/** Steps and observations of a counterexample as short text, one line each. */
import type { Command, Payload } from '../model/fixture.gen.ts';
import type { Observation, ObservedEvent } from '../model/report.gen.ts';
import { safeText } from './safe-text.ts';

/** Longest payload that is shown in a line, in characters. */
const maxShown = 400;

export function describeCommand(command: Command): string {
  switch (command.cmd) {
    case 'transcode':
      return `transcode ${command.type} from ${command.from} to ${command.to}: ${describePayload(command.data)}`;
    case 'deliver':
      return `deliver ${describePayload(command.frame)}`;
    case 'inject':
      return `inject ${command.event} ${clip(command.args)}`;
    case 'call':
      return `call ${command.method} ${clip(command.args)}`;
    case 'clock':
      return `advance the clock by ${command.advanceMs} ms`;
    case 'open':
    case 'sync':
    case 'close':
    case 'reset':
      return command.cmd;
    default:
      return command satisfies never;
  }
}

export function describeObservation(observation: Observation): string {
  switch (observation.kind) {
    case 'ok':
      return observation.value === undefined ? 'ok' : `ok: ${describePayload(observation.value)}`;
    case 'reject':
      return `refused (${observation.stage}): ${clip(observation.message || observation.code)}`;
    case 'skipped':
      return `skipped: ${clip(observation.reason)}`;
    case 'unsupported':
      return 'unsupported';
    case 'errored':
      return `failed: ${clip(observation.message)}`;
    case 'timeout':
      return `no answer within ${observation.afterMs} ms`;
    case 'crashed': {
      const how = observation.signal ?? (observation.exit === null ? '' : `exit code ${observation.exit}`);
      return `crashed${how === '' ? '' : ` (${how})`}`;
    }
    case 'protocol-violation':
      return `broke the testee protocol: ${clip(observation.problem)}`;
    case 'not-run':
      return `not run: ${clip(observation.reason)}`;
    case 'harness-error':
      return `fault of the kit: ${clip(observation.message)}`;
    default:
      return observation satisfies never;
  }
}

export function describeEvent(event: ObservedEvent): string {
  switch (event.kind) {
    case 'emit':
      return `emitted ${clip(event.event)} ${clip(event.args)}`;
    case 'frame':
      return `sent ${describePayload(event.frame)}`;
    case 'closed':
      return 'ended the session';
    default:
      return event satisfies never;
  }
}

const describePayload = (payload: Payload): string =>
  'hex' in payload
    ? `${clip(payload.hex.replace(/(..)(?=.)/g, '$1 '))} (${payload.hex.length / 2} bytes)`
    : clip(payload.text);

const clip = (text: string): string => safeText(text, maxShown);

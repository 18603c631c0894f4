/** Takes requests of Google's conformance runner and a testee of ours, gives the responses: the dialect the other way round. */
import type { Command, Step } from '../../model/fixture.gen.ts';
import type { Observation } from '../../model/report.gen.ts';
import { explain } from '../../judge/judge.ts';
import type { Lane } from '../lane.ts';
import { decodeRequest, encodeResponse, type GoogleRequest, type GoogleResult } from './messages.ts';

/** The runner's first request, by which it learns what is expected to fail. An empty list is no bytes. */
const failureSet = 'conformance.FailureSet';

/**
 * @param request - Bytes of a `ConformanceRequest`.
 * @returns Bytes of a `ConformanceResponse`. What becomes of the testee is told in it; the next request finds it restarted.
 * @throws Malformed - When it is no request.
 */
export async function respond(request: Uint8Array, lane: Pick<Lane, 'run'>): Promise<Uint8Array> {
  const asked = decodeRequest(request);
  if (asked.type === failureSet) return encodeResponse({ kind: 'binary', bytes: new Uint8Array(0) });
  const step = stepOf(asked);
  if (typeof step === 'string') return encodeResponse({ kind: 'skipped', text: step });
  const seen = await lane.run([step]);
  return encodeResponse(resultOf(seen.at(-1)!.observation));
}

/** @returns The command, or why there is none in the testee protocol. */
function stepOf({ type, payload, to, ignoreUnknown }: GoogleRequest): Step | string {
  if (payload === undefined) return 'The request has no payload that is UTF-8.';
  if (to !== 'binary' && to !== 'json')
    return `The output format "${to ?? 'unknown'}" is not part of the testee protocol.`;
  if (ignoreUnknown) return 'The testee protocol does not ask for unknown fields to be ignored.';
  const { format, data } = payload;
  if (format !== 'binary' && format !== 'json')
    return `The input format "${format}" is not part of the testee protocol.`;
  const carried = typeof data === 'string' ? { text: data } : { hex: Buffer.from(data).toString('hex') };
  const command: Command = { cmd: 'transcode', type, from: format, to, data: carried };
  return { command, replies: [] };
}

function resultOf(observation: Observation): GoogleResult {
  switch (observation.kind) {
    case 'ok': {
      const { value } = observation;
      if (value === undefined) return { kind: 'runtime-error', text: 'The testee answered without a value.' };
      return 'hex' in value
        ? { kind: 'binary', bytes: Buffer.from(value.hex, 'hex') }
        : { kind: 'json', text: value.text };
    }
    case 'reject': {
      const text = observation.message || observation.code || 'refused';
      return { kind: observation.stage === 'encode' ? 'serialize-error' : 'parse-error', text };
    }
    case 'skipped':
      return { kind: 'skipped', text: observation.reason };
    case 'unsupported':
      return { kind: 'skipped', text: 'The testee does not know the command.' };
    case 'timeout':
      return { kind: 'timeout-error', text: explain(observation) };
    case 'errored':
    case 'crashed':
    case 'protocol-violation':
    case 'not-run':
    case 'harness-error':
      return { kind: 'runtime-error', text: explain(observation) };
    default:
      return observation satisfies never;
  }
}

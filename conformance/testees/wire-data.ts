/** Payloads of cases in the form in which the testee protocol carries them, and back. */
import type { Payload } from '../model/fixture.gen.ts';
import type { Data } from '../model/testee-message.gen.ts';

export function wireData(payload: Payload): Data {
  return 'hex' in payload ? { b64: Buffer.from(payload.hex, 'hex').toString('base64') } : { text: payload.text };
}

export function payloadOf(data: Data): Payload {
  return 'b64' in data ? { hex: Buffer.from(data.b64, 'base64').toString('hex') } : data;
}

/** RPC_*: methods that are gone, or take, give or stream something else. */
import type { Service } from '../../ir/protocol.ts';
import type { Check } from '../change.ts';
import { keyed, missing, paired } from '../sides.ts';

type Method = Service['methods'][number];

const aspects = [
  { rule: 'RPC_SAME_REQUEST_TYPE', aspect: 'request type', of: (method: Method) => method.input },
  { rule: 'RPC_SAME_RESPONSE_TYPE', aspect: 'response type', of: (method: Method) => method.output },
  { rule: 'RPC_SAME_CLIENT_STREAMING', aspect: 'request', of: (method: Method) => streaming(method.clientStreaming) },
  { rule: 'RPC_SAME_SERVER_STREAMING', aspect: 'response', of: (method: Method) => streaming(method.serverStreaming) },
  {
    rule: 'RPC_SAME_IDEMPOTENCY_LEVEL',
    aspect: 'idempotency level',
    of: (method: Method) => String(method.options['idempotency_level'] ?? 'IDEMPOTENCY_UNKNOWN'),
  },
] as const;

const streaming = (streams: boolean): string => (streams ? 'a stream' : 'a single message');

export const checkServices: Check = ({ before, after }, report) => {
  for (const pair of paired(before.services, after.services)) {
    const methods = (service: Service) => keyed(service.methods, (method) => method.name);
    for (const { name, origin } of missing(methods(pair.before), methods(pair.after))) {
      const where = `the service ${pair.after.name}`;
      report(['RPC_NO_DELETE'], { before: origin, after: pair.after.origin }, { kind: 'method', name, where });
    }
    for (const { before: old, after: now } of paired(methods(pair.before), methods(pair.after))) {
      for (const { rule, aspect, of } of aspects) {
        const [was, is] = [of(old), of(now)];
        if (was === is) continue;
        const at = { before: old.origin, after: now.origin };
        report([rule], at, { what: `The method ${pair.after.name}.${now.name}`, aspect, before: was, after: is });
      }
    }
  }
};

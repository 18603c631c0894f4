/** Takes a generated package, gives an implementation made of nothing but its exports, to be certified like any other. */
import type { Binding } from '../bindings/binding.ts';
import { bindingOf } from '../bindings/binding-of.ts';
import type { Role } from '../model/fixture.gen.ts';
import type { LoadedPackage } from '../model/package.ts';
import type { InProcessTestee, Reply } from '../model/testee.ts';
import type { Hello, Request } from '../model/testee-message.gen.ts';
import { payloadOf, wireData } from '../testees/wire-data.ts';
import { codecOf, type PackageCodec } from './package-codec.ts';
import { Refused } from './refused.ts';
import { framesOf, type PackageFrames } from './package-frames.ts';

/** What a request is answered from. */
interface Parts {
  readonly codec: PackageCodec;
  /** Undefined for a codec. */
  readonly frames: PackageFrames | undefined;
  readonly hello: Hello;
}

/**
 * @param pkg - The package; its code is what is tested.
 * @param role - What to be.
 * @param framing - What a client or server speaks; default: the binding that hello names.
 */
export function createReferenceTestee(pkg: LoadedPackage, role: Role, framing?: Binding): InProcessTestee {
  const codec = codecOf(pkg);
  const hello: Hello = {
    version: 1,
    impl: {
      name: `${pkg.descriptor.package.name} reference ${role}`,
      version: pkg.descriptor.package.version,
      language: 'JavaScript',
    },
    roles: [role],
    caps: role === 'codec' ? ['binary', 'json', 'enums'] : ['reports'],
    concurrency: 64,
  };
  let parts: Parts = { codec, frames: undefined, hello };
  return {
    handle(request, emit) {
      if (request.cmd === 'hello' && role !== 'codec') {
        const binding = framing ?? bindingOf(pkg.descriptor, request.binding);
        if (binding !== undefined) parts = { ...parts, frames: framesOf(pkg, codec, binding) };
      }
      emit(answerTo(request, parts, emit));
    },
  };
}

function answerTo(request: Request, parts: Parts, emit: (reply: Reply) => void): Reply {
  const { id } = request;
  try {
    return { id, ok: contentOf(request, parts, emit) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { id, reject: { stage: error.stage, code: error.code, message: error.message } };
  }
}

type Content = Extract<Reply, { ok: unknown }>['ok'];

function contentOf(request: Request, { codec, frames, hello }: Parts, emit: (reply: Reply) => void): Content {
  switch (request.cmd) {
    case 'hello':
      return hello;
    case 'transcode':
      return codec.transcode(request);
    case 'deliver': {
      const { event, args } = frames!.read(payloadOf(request.frame));
      emit({ ev: 'emit', session: request.session, event, args: { text: args } });
      return {};
    }
    case 'inject':
      emit({ ev: 'sent', session: request.session, frame: wireData(frames!.write(request.event, request.args.text)) });
      return {};
    // Nothing is kept between frames, so there is nothing to begin, to wait for or to forget.
    case 'serve':
    case 'open':
    case 'sync':
    case 'close':
    case 'clock':
    case 'reset':
    case 'stop':
      return {};
    case 'call':
      throw new Refused('protocol', 'no-such-method', `There is no method "${request.method}".`);
    default:
      return request satisfies never;
  }
}

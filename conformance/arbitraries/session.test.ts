/** A client that is wrong only after a story: found, made smaller, and replayed byte for byte. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../diagnostics/package-root.ts';
import { bindingOf } from '../bindings/binding-of.ts';
import { derivedCases } from '../cases/derived-cases.ts';
import { kindOf } from '../cases/session/event-kinds.ts';
import { certify } from '../certify.ts';
import { loadPackage } from '../load-package.ts';
import type { CaseResult } from '../model/report.gen.ts';
import type { InProcessTestee } from '../model/testee.ts';
import { createReferenceTestee } from '../reference/index.ts';
import { requestFor } from '../test/kit.ts';
import { loadSuite } from '../suite.ts';
import { inProcess } from '../testees/in-process.ts';

const folder = path.join(packageRoot(), 'out/floo');
const { value: floo } = await loadPackage(folder, '.');
const binding = bindingOf(floo!.descriptor, '')!;

/** Loses a recall that comes directly after a message. */
function forgetful(): InProcessTestee {
  const reference = createReferenceTestee(floo!, 'client');
  let before: string | undefined;
  return {
    handle(request, emit) {
      if (request.cmd === 'open') before = undefined;
      return reference.handle(request, (reply) => {
        const kind = 'ev' in reply && reply.ev === 'emit' ? kindOf(reply.event) : undefined;
        if (!(kind === 'recall' && before === 'message')) emit(reply);
        if ('ev' in reply) before = kind;
      });
    },
  };
}

async function run(seed: number, at: string): Promise<CaseResult> {
  const { clauses } = await loadSuite();
  const selection = { run: ['client/property/sequences'], skip: [], level: 'required' } as const;
  const transport = () => inProcess(forgetful, 'forgetful');
  const request = { package: folder, role: 'client', sources: [derivedCases], clauses, selection, transport } as const;
  const { value } = await certify(requestFor(forgetful(), { ...request, seed, path: at }));
  return value!.results[0]!;
}

test('a lost recall is found, and its path gives the same sequence again', async () => {
  const { verdict, counterexample } = await run(7, '');
  const told = counterexample!.steps.flatMap(({ command }) => {
    const frame = command.cmd === 'deliver' ? binding.read(command.frame) : undefined;
    return frame?.kind === 'event' ? [kindOf(frame.event.event)] : [command.cmd];
  });
  // How small it gets is a matter of time on a busy machine; what is wrong is in it all the same.
  expect([verdict, told.join(' ')]).toEqual(['fail', expect.stringMatching(/^open .*message recall .*close$/)]);
  const again = await run(7, counterexample!.path);
  expect(JSON.stringify(again.counterexample!.steps)).toBe(JSON.stringify(counterexample!.steps));
});

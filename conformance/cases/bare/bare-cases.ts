/**
 * Cases for a server without an adapter: scenarios, and malformed frames with a sign of life asked for after each. All of
 * its frames are checked as they come, whether a case waits for them or not.
 */
import { bindingOf } from '../../bindings/binding-of.ts';
import type { Binding } from '../../bindings/binding.ts';
import type { CaseContext, CaseSource, FixedCase } from '../../model/case.ts';
import type { Payload, Step } from '../../model/fixture.gen.ts';
import type { Scenario, ScenarioStep } from '../../model/scenario.gen.ts';
import { printExact, type ExactJson } from '../../reference/oracle/json-text.ts';
import { createSchema } from '../../reference/oracle/schema.ts';
import { SpecTypes } from '../../reference/oracle/spec-types.ts';
import { bareEndpoint, takesFrames } from '../../testees/bare-endpoint.ts';
import { kitEvents } from '../session/kit-events.ts';
import { malformedFrames } from '../session/malformed.ts';
import { close, deliver, mainSession, open, sent, sync } from '../session/steps.ts';

/** Passively checked in every case. */
const legal = ['server.frame.shape', 'server.frame.name', 'server.argument.count', 'server.argument.type'];
const survived = 'server.invalid.survived';

export const bareCases = (scenarios: readonly Scenario[]): CaseSource => ({
  name: 'scenarios',
  cases: (context) => Promise.resolve(casesOf(scenarios, context)),
});

function casesOf(scenarios: readonly Scenario[], context: CaseContext): readonly FixedCase[] {
  const { package: pkg, profile, binding: name } = context;
  const binding = context.framing ?? bindingOf(pkg.descriptor, name);
  if (binding === undefined) return [];
  const events = kitEvents(
    { types: new SpecTypes(pkg.descriptor, profile), schema: createSchema(pkg.descriptor) },
    binding,
  );
  const [first] = events;
  const good = first && binding.write(first.name, first.plain);
  const ending = (good && binding.ending?.(good, first.name)) ?? [];
  const bad = first === undefined ? [] : [...malformedFrames(binding, first), ...ending];
  const talks = scenarios.map((scenario) => ({
    scenario,
    steps: scenario.steps.flatMap((step) => stepsOf(step, binding)),
  }));
  const bare = (rule: Pick<FixedCase, 'id' | 'clauses' | 'description'>, steps: readonly Step[]): FixedCase => ({
    kind: 'fixed',
    role: 'server',
    level: 'required',
    needs: [bareEndpoint, ...(steps.some(({ command }) => command.cmd === 'deliver') ? [takesFrames] : [])],
    ...rule,
    steps: [open(), ...steps, close()],
  });
  return [
    bare({ id: 'server/bare/connects', clauses: legal, description: 'A client connects; whatever comes is legal.' }, [
      anything,
    ]),
    bare(
      {
        id: 'server/bare/malformed',
        clauses: [...legal, survived],
        description: 'Malformed frames; after each, the next client is served.',
      },
      [...bad.flatMap(outlived), anything],
    ),
    ...talks.map(({ scenario, steps }) => ({
      ...bare(
        {
          id: `server/scenario/${scenario.id}`,
          clauses: [...legal, 'server.delivery.lost', 'server.delivery.extra', 'server.delivery.order'],
          description: scenario.description,
        },
        steps,
      ),
      level: scenario.level ?? 'required',
      ...(scenario.source !== undefined && { source: scenario.source }),
    })),
    ...talks.map(({ scenario, steps }) =>
      bare(
        {
          id: `server/malformed-before/${scenario.id}`,
          clauses: [...legal, survived],
          description: `Malformed frames, then: ${scenario.description}`,
        },
        [...bad.filter((_, i) => i % 4 === 0).flatMap(outlived), ...steps],
      ),
    ),
  ];
}

/** Frames that are legal, any number of them, and an end of the session, if the server so wishes. */
const anything: Step = {
  command: { cmd: 'sync', session: mainSession },
  replies: [{ kind: 'ok' }],
  events: { ordered: true, others: true, alternatives: [[]] },
};

/** A server may end the connection that the frame came by, but not refuse the next. */
const outlived = (frame: Payload): readonly Step[] => [deliver(frame), anything, close(), open()];

function stepsOf(step: ScenarioStep, binding: Binding): readonly Step[] {
  const textOf = (args: readonly unknown[]): string => printExact(args as readonly ExactJson[] as ExactJson);
  if ('send' in step) return [deliver(binding.write(step.send.event, textOf(step.send.args)))];
  if ('raw' in step) return [deliver(step.raw)];
  if ('reconnect' in step) return [close(), open()];
  const expected = step.expect.map(({ event, args }) => sent(event, textOf(args)));
  const { ordered = true, others = false } = step;
  return [{ ...sync(expected), events: { ordered, others, alternatives: [expected] } }];
}

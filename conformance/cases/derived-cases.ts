/** The cases that a package's descriptor implies, for each role: nobody has to write any for a protocol of their own. */
import { bindingOf } from '../bindings/binding-of.ts';
import type { CaseContext, CaseSource, TestCase } from '../model/case.ts';
import { createSchema } from '../reference/oracle/schema.ts';
import { SpecTypes } from '../reference/oracle/spec-types.ts';
import { messageCases } from './codec/derive.ts';
import { propertyCases } from './codec/properties.ts';
import { clientCases } from './session/client.ts';
import { kitEvents } from './session/kit-events.ts';
import { clientProperties, serverProperties } from './session/properties.ts';
import { serverCases } from './session/server.ts';
import { typeCases } from './types/derive.ts';
import { typeProperties } from './types/properties.ts';

/** Derives the cases of the role from the descriptor alone. */
export const derivedCases: CaseSource = {
  name: 'descriptor',
  cases: (context) => Promise.resolve(casesOf(context)),
};

function casesOf({ package: { descriptor }, role, profile, binding: name, framing }: CaseContext): readonly TestCase[] {
  const types = new SpecTypes(descriptor, profile);
  const schema = createSchema(descriptor);
  const context = { types, schema };
  if (role === 'codec')
    return [...messageCases(schema), ...propertyCases(schema), ...typeCases(context), ...typeProperties(context)];
  const binding = framing ?? bindingOf(descriptor, name);
  if (binding === undefined) return [];
  const events = kitEvents(context, binding);
  return role === 'client'
    ? [...clientCases(events, binding), ...clientProperties(events, binding)]
    : [...serverCases(events), ...serverProperties(events)];
}

/** Plans the files of a package that are not code of one source: descriptor, schemas, validators, arbitraries, README. */
import type { PlannedFile } from '../../ir/package-plan.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { PlanOptions } from '../options.ts';
import type { Symbols } from '../symbols.ts';
import { planArbitraries } from './arbitraries/plan-arbitraries.ts';
import { planDescriptor } from './descriptor/descriptor.ts';
import { planEmitters } from './plan-emitters.ts';
import { planPackageJson } from './plan-package-json.ts';
import { planSources } from './plan-sources.ts';
import { planReadme, summary } from './readme/readme.ts';
import { planReference } from './reference/plan-reference.ts';
import { schemaEntries } from './schema/entries.ts';
import { planSchemas, usedEntries } from './schema/plan-schemas.ts';
import { planAsyncApi } from './standards/asyncapi.ts';
import { planOpenApi } from './standards/openapi.ts';
import { planValidators } from './validators/plan-validators.ts';

export async function planPackageFiles(
  protocol: Protocol,
  symbols: Symbols,
  options: PlanOptions,
): Promise<readonly PlannedFile[]> {
  const descriptor = planDescriptor(protocol, symbols, options);
  // Documents for others are made of the same schemas.
  const wanted = options.schemas !== false || options.asyncapi === true || options.openapi === true;
  const schemas = wanted ? usedEntries(schemaEntries(symbols)) : [];
  const described = options.schemas !== false && schemas.length > 0;
  const values = descriptor.messages.length + descriptor.events.length + descriptor.types.length;
  const hasValues = options.arbitraries !== false && values > 0;
  const asyncapi = options.asyncapi === true ? planAsyncApi(symbols, schemas, options) : [];
  const about = { title: protocol.specs[0]?.title ?? '', description: protocol.specs[0]?.description ?? '' };
  const openapi = options.openapi === true ? planOpenApi(schemas, about, options) : [];
  const description = summary({ protocol, descriptor });
  const reference = await planReference({ protocol, symbols, summary: description }, options);
  const emitters = planEmitters(protocol, symbols);
  const points = {
    schemas: described,
    validators: described,
    arbitraries: hasValues,
    emitter: emitters !== undefined,
    asyncapi: asyncapi.length > 0,
    openapi: openapi.length > 0,
    markdown: reference.length > 0 && options.markdown === true,
    html: reference.length > 0 && options.html === true,
  };
  const arbitraries: PlannedFile = {
    kind: 'module',
    path: 'arbitraries',
    get view() {
      return planArbitraries(protocol, symbols);
    },
  };
  return [
    { kind: 'text', path: 'LICENSE', template: 'package/license', view: {} },
    planReadme({ protocol, symbols, descriptor, points, createEmitter: emitters?.create ?? '' }, options),
    { kind: 'json', path: 'descriptor.json', value: descriptor },
    { kind: 'json', path: 'package.json', value: planPackageJson(symbols, options, { description, points }) },
    ...(described ? planSchemas(schemas, options.packageName) : []),
    ...asyncapi,
    ...openapi,
    ...reference,
    ...planSources(protocol),
    ...(emitters === undefined ? [] : [{ kind: 'module', path: 'emitter', view: emitters.view } as const]),
    ...(hasValues ? [arbitraries] : []),
    ...(described ? [{ kind: 'module', path: 'validators', view: await planValidators(schemas) } as const] : []),
  ];
}

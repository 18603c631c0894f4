/**
 * Plans an OpenAPI 3.1 document that has components alone: a schema for each message, enum, type and event of the package,
 * for other documents to refer to. https://spec.openapis.org/oas/v3.1.1
 */
import type { PlannedFile } from '../../../ir/package-plan.ts';
import type { PlanOptions } from '../../options.ts';
import type { SchemaEntry } from '../schema/entries.ts';
import { dialect, schemaText } from '../schema/json-schema.ts';
import { components } from './components.ts';
import { documentInfo } from './info.ts';

/** `openapi.json`. Its Schema Object is JSON Schema 2020-12, so the schemas are what they are elsewhere. */
export function planOpenApi(
  entries: readonly SchemaEntry[],
  about: { readonly title: string; readonly description: string },
  options: PlanOptions,
): readonly PlannedFile[] {
  const roots = entries.filter(({ target }) => target.kind !== 'form').map(({ target }) => target);
  if (roots.length === 0) return [];
  const document = {
    openapi: '3.1.0',
    info: documentInfo(about, options),
    jsonSchemaDialect: dialect,
    components: { schemas: components(entries, roots) },
  };
  return [{ kind: 'verbatim', path: 'openapi.json', text: schemaText(document) }];
}

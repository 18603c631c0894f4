/** Diagnostics as a SARIF 2.1.0 log, which code scanning services read. Source: OASIS sarif-v2.1.0. */
import { entryOf } from '../catalogue.ts';
import { inOrder, type Diagnostic } from '../diagnostic.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * @param tool.version - Version of wiremark, for the tool's description.
 * @param tool.closing - What a command says of the findings as a whole; becomes the properties of the run.
 */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  { version, closing }: { readonly version: string; readonly closing?: object | undefined },
): string {
  const codes = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'wiremark',
            version,
            rules: codes.map((id) => ({
              id,
              shortDescription: { text: entryOf(id).message },
              ...(entryOf(id).fix !== '' && { help: { text: entryOf(id).fix } }),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(closing !== undefined && { properties: closing }),
        results: inOrder(diagnostics).map(({ code, severity, message, fix, place, related, facts }) => ({
          ruleId: code,
          level: levels[severity],
          message: { text: fix === '' ? message : `${message} ${fix}` },
          ...(place !== undefined && { locations: [location(place)] }),
          ...(related.length > 0 && {
            relatedLocations: related.map((other) => ({ ...location(other.place), message: { text: other.message } })),
          }),
          ...(facts !== undefined && { properties: facts }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function location(place: NonNullable<Diagnostic['place']>): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: place.file.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: place.line,
        startColumn: place.column,
        ...(place.length > 0 && { endColumn: place.column + place.length }),
      },
    },
  };
}

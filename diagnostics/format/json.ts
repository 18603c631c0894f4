/** Diagnostics as one JSON document, `{diagnostics: [...]}`, in order. Its schema: `spec/schema/findings.schema.json`. */
import { inOrder, type Diagnostic } from '../diagnostic.ts';

/** @param closing - What a command says of them as a whole; becomes the member `summary`. */
export function formatJson(diagnostics: readonly Diagnostic[], closing?: object): string {
  return `${JSON.stringify({ diagnostics: inOrder(diagnostics), summary: closing }, undefined, 2)}\n`;
}

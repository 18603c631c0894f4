/** Diagnostics as one JSON document: `{diagnostics: [...]}`, in order. */
import { inOrder, type Diagnostic } from '../diagnostic.ts';

export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ diagnostics: inOrder(diagnostics) }, undefined, 2)}\n`;
}

/** Diagnostics as workflow commands, which GitHub shows as annotations. Source: docs.github.com, workflow commands. */
import { inOrder, type Diagnostic } from '../diagnostic.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;

export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return inOrder(diagnostics)
    .map(({ code, severity, message, fix, place }) => {
      const at = place === undefined ? '' : `file=${property(place.file)},line=${place.line},col=${place.column},`;
      return `::${levels[severity]} ${at}title=${property(code)}::${data(fix === '' ? message : `${message} ${fix}`)}\n`;
    })
    .join('');
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

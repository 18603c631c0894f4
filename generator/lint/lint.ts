/** A linked protocol in, what the rules have to say of it out. */
import { diagnose, type Diagnostic, type Severity } from '../../diagnostics/diagnostic.ts';
import type { Protocol } from '../ir/protocol.ts';
import type { Report } from './rule.ts';
import { lintRules } from './rules.ts';

/** Severity by name of a rule, where it is not the catalogue's. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

export function lint(protocol: Protocol, severities: Severities): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const { name, code, check } of lintRules) {
    const severity = Object.hasOwn(severities, name) ? severities[name] : undefined;
    if (severity === 'off') continue;
    const report: Report<typeof code> = (at, values, other) => {
      const related = other === undefined ? [] : [other];
      const diagnostic = diagnose(code, at, { ...values, related } as never);
      findings.push({ ...diagnostic, severity: severity ?? diagnostic.severity, facts: { rule: name } });
    };
    check(protocol, report);
  }
  return findings;
}

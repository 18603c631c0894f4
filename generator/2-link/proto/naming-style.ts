/** Names as edition 2024 wants them, enforced by features.enforce_naming_style. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { NameDecl } from '../../ir/proto-source.ts';
import { protoStyles, strayUnderscore, type StyledKind } from '../../ir/proto-style.ts';
import type { Features } from './features.ts';

/** @param features - Of the declaration that has the name. */
export function checkName(
  kind: StyledKind,
  name: NameDecl,
  how: { features: Features; diagnostics: Diagnostic[] },
): void {
  if (how.features.enforce_naming_style !== 'STYLE2024') return;
  const { pattern, style } = protoStyles[kind];
  const stray = strayUnderscore.test(name.text) ? 'each underscore stands before a letter' : undefined;
  const problem = pattern.test(name.text) ? stray : `it is ${style}`;
  if (problem === undefined) return;
  how.diagnostics.push(diagnose('WM2047', name.origin, { kind, name: name.text, problem }));
}

/** Names as edition 2024 wants them: protobuf.dev/programming-guides/style, enforced by features.enforce_naming_style. */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { NameDecl } from '../../ir/proto-source.ts';
import type { Features } from './features.ts';

type Kind = 'package' | 'message' | 'field' | 'oneof' | 'enum' | 'enum value' | 'service' | 'method';

const title = { pattern: /^[A-Z][A-Za-z0-9]*$/, style: 'it is written in TitleCase' };
const lower = { pattern: /^[a-z][a-z0-9_]*$/, style: 'it is written in lower_snake_case' };
const upper = { pattern: /^[A-Z][A-Z0-9_]*$/, style: 'it is written in UPPER_SNAKE_CASE' };

const styles: Readonly<Record<Kind, { readonly pattern: RegExp; readonly style: string }>> = {
  package: { pattern: /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/, style: 'it is written in dotted.lower_snake_case' },
  message: title,
  field: lower,
  oneof: lower,
  enum: title,
  'enum value': upper,
  service: title,
  method: title,
};

/** Underscores part words, and a word begins with a letter. */
const strayUnderscore = /^_|_$|_[^A-Za-z]/;

/** @param features - Of the declaration that has the name. */
export function checkName(kind: Kind, name: NameDecl, how: { features: Features; diagnostics: Diagnostic[] }): void {
  if (how.features.enforce_naming_style !== 'STYLE2024') return;
  const { pattern, style } = styles[kind];
  const stray = strayUnderscore.test(name.text) ? 'each underscore stands before a letter' : undefined;
  const problem = pattern.test(name.text) ? stray : style;
  if (problem === undefined) return;
  how.diagnostics.push(diagnose('WM2047', name.origin, { kind, name: name.text, problem }));
}

/**
 * Features: what a declaration's syntax or edition, and its options, make of it. Facts, once: values, targets and defaults
 * of every feature (protobuf.dev/editions/features). proto2 and proto3 are editions with fixed features.
 */
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { OptionDecl, OptionValueDecl } from '../../ir/proto-source.ts';
import type { Origin } from '../../ir/origin.ts';
import type { SyntaxName } from '../../ir/protocol.ts';
import { withArticle } from './symbols.ts';

/** Kinds of declaration that options stand on. */
export type Target =
  | 'file'
  | 'message'
  | 'field'
  | 'oneof'
  | 'enum'
  | 'enum value'
  | 'extension range'
  | 'service'
  | 'method';

const everywhere: readonly Target[] = [
  'file',
  'message',
  'field',
  'oneof',
  'enum',
  'enum value',
  'extension range',
  'service',
  'method',
];

interface FeatureFacts {
  readonly values: readonly string[];
  readonly targets: readonly Target[];
  /** By syntax, in the order proto2, proto3, 2023, 2024. */
  readonly defaults: readonly [string, string, string, string];
  readonly since: SyntaxName;
}

export const featureFacts = {
  field_presence: {
    values: ['EXPLICIT', 'IMPLICIT', 'LEGACY_REQUIRED'],
    targets: ['field', 'file'],
    defaults: ['EXPLICIT', 'IMPLICIT', 'EXPLICIT', 'EXPLICIT'],
    since: '2023',
  },
  enum_type: {
    values: ['OPEN', 'CLOSED'],
    targets: ['enum', 'file'],
    defaults: ['CLOSED', 'OPEN', 'OPEN', 'OPEN'],
    since: '2023',
  },
  repeated_field_encoding: {
    values: ['PACKED', 'EXPANDED'],
    targets: ['field', 'file'],
    defaults: ['EXPANDED', 'PACKED', 'PACKED', 'PACKED'],
    since: '2023',
  },
  utf8_validation: {
    values: ['VERIFY', 'NONE'],
    targets: ['field', 'file'],
    defaults: ['NONE', 'VERIFY', 'VERIFY', 'VERIFY'],
    since: '2023',
  },
  message_encoding: {
    values: ['LENGTH_PREFIXED', 'DELIMITED'],
    targets: ['field', 'file'],
    defaults: ['LENGTH_PREFIXED', 'LENGTH_PREFIXED', 'LENGTH_PREFIXED', 'LENGTH_PREFIXED'],
    since: '2023',
  },
  json_format: {
    values: ['ALLOW', 'LEGACY_BEST_EFFORT'],
    targets: ['message', 'enum', 'file'],
    defaults: ['LEGACY_BEST_EFFORT', 'ALLOW', 'ALLOW', 'ALLOW'],
    since: '2023',
  },
  enforce_naming_style: {
    values: ['STYLE2024', 'STYLE_LEGACY'],
    targets: everywhere,
    defaults: ['STYLE_LEGACY', 'STYLE_LEGACY', 'STYLE_LEGACY', 'STYLE2024'],
    since: '2024',
  },
  default_symbol_visibility: {
    values: ['EXPORT_ALL', 'EXPORT_TOP_LEVEL', 'LOCAL_ALL', 'STRICT'],
    targets: ['file'],
    defaults: ['EXPORT_ALL', 'EXPORT_ALL', 'EXPORT_ALL', 'EXPORT_TOP_LEVEL'],
    since: '2024',
  },
} as const satisfies Record<string, FeatureFacts>;

export type FeatureName = keyof typeof featureFacts;

/** A value for every feature. */
export type Features = { readonly [Name in FeatureName]: (typeof featureFacts)[Name]['values'][number] };

const order: readonly SyntaxName[] = ['proto2', 'proto3', '2023', '2024'];

export function defaultFeatures(syntax: SyntaxName): Features {
  const index = order.indexOf(syntax);
  return Object.fromEntries(
    Object.entries(featureFacts).map(([name, facts]) => [name, facts.defaults[index]]),
  ) as Features;
}

/** Is it one of the editions rather than proto2 or proto3? */
export function hasEditions(syntax: SyntaxName): boolean {
  return syntax === '2023' || syntax === '2024';
}

export interface FeatureRequest {
  readonly syntax: SyntaxName;
  readonly target: Target;
  readonly options: readonly OptionDecl[];
  /** Features of the declaration around this one. */
  readonly parent: Features;
}

/** Features of a declaration: those around it, changed by its own options. Faulty ones are reported and left out. */
export function featuresOf(request: FeatureRequest, diagnostics: Diagnostic[]): Features {
  let features = request.parent;
  for (const option of request.options) {
    const [head, name] = option.name;
    if (head!.text !== 'features' || head!.extension) continue;
    if (!hasEditions(request.syntax)) {
      diagnostics.push(diagnose('WM2020', option.origin, { syntax: request.syntax }));
      continue;
    }
    for (const setting of settingsOf(option, name)) {
      const faulty = faultOf(setting, request);
      if (faulty !== undefined) diagnostics.push(faulty);
      else features = { ...features, [setting.name]: (setting.value as { readonly text: string }).text };
    }
  }
  return features;
}

interface Setting {
  readonly name: string;
  readonly origin: Origin;
  readonly value: OptionValueDecl;
}

/** `features.x = Y` and `features = { x: Y }`; features of languages, such as `features.(pb.cpp)`, are plain options. */
function settingsOf(option: OptionDecl, name: OptionDecl['name'][number] | undefined): readonly Setting[] {
  if (name !== undefined) {
    return name.extension ? [] : [{ name: name.text, origin: name.origin, value: option.value }];
  }
  if (option.value.kind !== 'aggregate') return [];
  return option.value.fields
    .filter(({ key }) => key === 'field')
    .map((field) => ({ name: field.name.text, origin: field.name.origin, value: field.value }));
}

function faultOf(setting: Setting, request: FeatureRequest): Diagnostic | undefined {
  const { name, value, origin } = setting;
  if (!Object.hasOwn(featureFacts, name)) {
    const suggestion = suggest(name, Object.keys(featureFacts));
    return diagnose('WM2021', origin, { name, suggestion });
  }
  const facts: FeatureFacts = featureFacts[name as FeatureName];
  if (value.kind !== 'word' || !facts.values.includes(value.text)) {
    const text = value.kind === 'word' ? value.text : `a ${value.kind}`;
    return diagnose('WM2022', value.origin, { name, value: text, suggestion: suggest(text, facts.values) });
  }
  if (!facts.targets.includes(request.target)) {
    return diagnose('WM2023', origin, {
      name,
      target: withArticle(request.target),
      targets: facts.targets.map(withArticle).join(' or '),
    });
  }
  if (order.indexOf(facts.since) > order.indexOf(request.syntax)) {
    return diagnose('WM2024', origin, { name, since: facts.since, syntax: request.syntax });
  }
  return undefined;
}

/** The features that options set, whether legal or not. */
export function* ownFeatures(
  options: readonly OptionDecl[],
): Iterable<{ readonly option: OptionDecl; readonly name: string; readonly value: string }> {
  for (const option of options) {
    const [head, name] = option.name;
    if (head!.text !== 'features' || head!.extension) continue;
    for (const setting of settingsOf(option, name)) {
      if (setting.value.kind === 'word') yield { option, name: setting.name, value: setting.value.text };
    }
  }
}

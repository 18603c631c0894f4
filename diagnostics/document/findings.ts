/** Words one finding of a schema check as a diagnostic. */
import { diagnose } from '../diagnostic.ts';
import type { Diagnostic, Place } from '../diagnostic.ts';
import type { SourceDocument } from './source.ts';
import { suggest } from '../suggest.ts';
import { joinPointer, parsePointer } from './pointer.ts';
import type { Finding } from './relevant.ts';

export function diagnoseFinding(finding: Finding, document: SourceDocument): Diagnostic {
  const { pointer, error } = finding;
  const schema = (error.parentSchema ?? {}) as { readonly [key: string]: unknown };
  const hint = typeof schema['description'] === 'string' ? `What belongs here: ${schema['description']}` : '';
  const place = document.placeOf(pointer);
  if (error.propertyName !== undefined) {
    const key = error.propertyName;
    return diagnose('WM3005', document.placeOf(joinPointer(pointer, key), 'key'), { found: shown(key), hint });
  }
  if (finding.alternatives.length > 0) return diagnoseAlternatives(finding, document);
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
      const known = Object.keys((schema['properties'] ?? {}) as object);
      const suggestion = suggest(key, known) || 'Take it out.';
      return diagnose('WM3001', document.placeOf(joinPointer(pointer, key), 'key'), { key, suggestion });
    }
    case 'required':
      return diagnose('WM3002', ownerPlace(pointer, document), {
        key: String(error.params['missingProperty']),
        hint: describeMember(schema, String(error.params['missingProperty'])),
      });
    case 'type':
      return diagnose('WM3003', place, {
        expected: typeNames(error.params['type']),
        found: describe(error.data),
        hint,
      });
    case 'enum':
    case 'const': {
      const allowed = (error.params['allowedValues'] ?? [error.params['allowedValue']]) as readonly unknown[];
      const texts = allowed.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
      const given = typeof error.data === 'string' ? error.data : '';
      const suggestion = texts.length === 1 ? `Only ${texts[0]} is allowed here.` : suggest(given, texts);
      return diagnose('WM3004', place, { found: describe(error.data), suggestion });
    }
    case 'pattern':
      return diagnose('WM3005', place, { found: shown(error.data), hint });
    default:
      return diagnose('WM3006', place, { problem: error.message ?? error.keyword, hint });
  }
}

function diagnoseAlternatives(
  { pointer, error, alternatives, discriminant }: Finding,
  document: SourceDocument,
): Diagnostic {
  if (discriminant === undefined) {
    const expected = typeNames(alternatives);
    return diagnose('WM3003', document.placeOf(pointer), { expected, found: describe(error.data), hint: '' });
  }
  const found = (error.data as Record<string, unknown>)[discriminant];
  const suggestion = suggest(typeof found === 'string' ? found : '', alternatives);
  return diagnose('WM3004', document.placeOf(joinPointer(pointer, discriminant)), {
    found: describe(found),
    suggestion,
  });
}

/** What misses a key has usually many lines; its own key, where it has one, is the better mark. */
function ownerPlace(pointer: string, document: SourceDocument): Place {
  const tokens = parsePointer(pointer) ?? [];
  return tokens.length === 0 ? document.placeOf('') : document.placeOf(pointer, 'key');
}

function describeMember(schema: { readonly [key: string]: unknown }, key: string): string {
  const member = ((schema['properties'] ?? {}) as Record<string, { readonly description?: unknown } | undefined>)[key];
  return typeof member?.description === 'string' ? `Add "${key}": ${member.description}` : `Add "${key}".`;
}

const articles: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  object: 'a mapping of keys to values',
  array: 'a list',
  null: 'null',
};

function typeNames(type: unknown): string {
  const types = (Array.isArray(type) ? type : [type]).map(String);
  return types.map((each) => articles[each] ?? each).join(' or ');
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return 'a mapping';
    case 'bigint':
      return `the integer ${value}, which no JSON number holds exactly`;
    case 'string':
      return `the string ${shown(value)}`;
    default:
      return shown(value);
  }
}

const shown = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));

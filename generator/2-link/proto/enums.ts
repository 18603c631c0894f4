/** Enums: openness from features, values with their options. */
import type { EnumDecl, ProtoSource } from '../../ir/proto-source.ts';
import type { ProtoEnum } from '../../ir/protocol.ts';
import type { ScopeContext } from './context.ts';
import { optionNamed } from './defaults.ts';
import { checkEnum } from './enum-rules.ts';
import { defaultFeatures, featuresOf, type Features } from './features.ts';
import { checkName } from './naming-style.ts';
import { scoped, type EnumSymbol } from './symbols.ts';

/** Highest number that an enum can reserve with `max`: the largest int32. */
const maxEnumNumber = 2_147_483_647;

export function linkEnum(decl: EnumDecl, context: ScopeContext, parent: string | undefined): ProtoEnum {
  const { source, diagnostics, scope } = context;
  const fullName = scoped(scope, decl.name.text);
  const features = featuresOf(
    { syntax: source.syntax, target: 'enum', options: decl.options, parent: context.features },
    diagnostics,
  );
  checkName('enum', decl.name, { features, diagnostics });
  const options = context.options.link(decl.options, { target: 'enum', scope });
  const open = features.enum_type === 'OPEN';
  checkEnum(decl, { open, diagnostics });
  return {
    kind: 'enum',
    name: decl.name.text,
    fullName,
    file: source.path,
    parent,
    open,
    allowAlias: allowsAlias(decl),
    values: decl.values.flatMap((value) => {
      const request = {
        syntax: source.syntax,
        target: 'enum value',
        options: value.options,
        parent: features,
      } as const;
      checkName('enum value', value.name, { features: featuresOf(request, diagnostics), diagnostics });
      const valueOptions = context.options.link(value.options, { target: 'enum value', scope: fullName });
      if (value.number === undefined) return [];
      return {
        name: value.name.text,
        number: value.number.value,
        options: valueOptions,
        deprecated: valueOptions['deprecated'] === true,
        comment: value.comment,
        origin: value.name.origin,
      };
    }),
    reservedRanges: decl.reservedRanges.map(({ start, end }) => ({ start, end: end === 'max' ? maxEnumNumber : end })),
    reservedNames: decl.reservedNames.map(({ text }) => text),
    options,
    deprecated: options['deprecated'] === true,
    comment: decl.comment,
    origin: decl.name.origin,
  };
}

export function allowsAlias(decl: EnumDecl): boolean {
  const value = optionNamed(decl.options, 'allow_alias')?.value;
  return value?.kind === 'word' && value.text === 'true';
}

/** Features of an enum wherever it is declared; its faults are reported there. */
export function featuresOfEnum(symbol: EnumSymbol): Features {
  const { source, decl } = symbol;
  const file = featuresOfFile(source);
  // Only files and enums can say whether enums are open, so messages in between do not matter.
  return featuresOf({ syntax: source.syntax, target: 'enum', options: decl.options, parent: file }, []);
}

function featuresOfFile(source: ProtoSource): Features {
  const parent = defaultFeatures(source.syntax);
  return featuresOf({ syntax: source.syntax, target: 'file', options: source.options, parent }, []);
}

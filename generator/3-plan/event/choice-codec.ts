/** The codec of undiscriminated alternatives: told apart by kind where that suffices, otherwise tried in order. */
import type { Expression } from '../../ir/view/code.ts';
import { array, asFunction, type Build, builtIn, call, infix, object, unionType, verbatim } from './build.ts';
import type { Codec, Kind } from './codec.ts';

/** @param alternatives - In the order in which they are tried. None: nothing is legal but absence. */
export function choiceCodec(alternatives: readonly Codec[]): Codec {
  if (alternatives.length === 1) return alternatives[0]!;
  const pick = (builds: (codec: Codec) => Build, kinds: 'kinds' | 'jsonKinds', name: 'json' | 'value'): Build => {
    const all = new Set(alternatives.flatMap((codec) => codec[kinds]));
    if (all.size === 1) return (subject) => firstFit(alternatives.map(builds), subject);
    const table = byKind(alternatives, kinds, (codecs) => tried(codecs.map(builds), name));
    return (subject) => call('byKind', subject, table);
  };
  return {
    type: alternatives.length === 0 ? builtIn('undefined') : unionType(alternatives.map(({ type }) => type)),
    json: alternatives.length === 0 ? builtIn('undefined') : unionType(alternatives.map(({ json }) => json)),
    fromJson: pick((codec) => codec.fromJson, 'jsonKinds', 'json'),
    toJson: pick((codec) => codec.toJson, 'kinds', 'value'),
    toText: pick((codec) => codec.toText, 'kinds', 'value'),
    is: (value) =>
      alternatives.length === 0
        ? infix('===', value, { kind: 'atom', text: verbatim('undefined') })
        : infix('||', ...alternatives.map(({ is }) => is(value))),
    rule: call(
      'kindRule',
      byKind(alternatives, 'kinds', (codecs) =>
        codecs.length === 1 ? codecs[0]!.rule : call('anyRule', ...codecs.map(({ rule }) => rule)),
      ),
    ),
    initial: () => alternatives.map(({ initial }) => initial()).find((value) => value !== undefined),
    kinds: [...new Set(alternatives.flatMap(({ kinds }) => kinds))],
    jsonKinds: [...new Set(alternatives.flatMap(({ jsonKinds }) => jsonKinds))],
  };
}

/** An object literal with an entry for each kind that an alternative takes. */
function byKind(
  alternatives: readonly Codec[],
  which: 'kinds' | 'jsonKinds',
  make: (codecs: readonly Codec[]) => Expression,
): Expression {
  const table = new Map<Kind, Codec[]>();
  for (const codec of alternatives) {
    for (const kind of codec[which]) table.set(kind, [...(table.get(kind) ?? []), codec]);
  }
  return object([...table].map(([kind, codecs]) => ({ key: verbatim(kind as 'string'), value: make(codecs) })));
}

/** The one conversion as a function, or a function that tries several. */
function tried(builds: readonly Build[], parameter: 'json' | 'value'): Expression {
  if (builds.length === 1) return asFunction(builds[0]!, parameter);
  return asFunction((subject) => firstFit(builds, subject), parameter);
}

function firstFit(builds: readonly Build[], subject: Expression): Expression {
  return call('firstFit', subject, array(builds.map((build) => asFunction(build, 'item'))));
}

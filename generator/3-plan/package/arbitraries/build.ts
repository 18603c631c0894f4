/** Expressions that arbitraries are made of, and which helpers of the module they need. */
import type { Identifier, Literal } from '../../../ir/printable.ts';
import type { ArbitraryHelper } from '../../../ir/view/arbitraries-view.ts';
import type { Expression } from '../../../ir/view/code.ts';
import { atom, call, object, verbatim } from '../../event/build.ts';

/** Helpers that helpers call. */
const needs: Readonly<Partial<Record<ArbitraryHelper, readonly ArbitraryHelper[]>>> = {
  fieldMask: ['record'],
  json: ['text'],
  jsonObject: ['json', 'text'],
  listIn: ['choice', 'listOf'],
  long: ['int32', 'record'],
  mapIn: ['choice', 'mapOf'],
  nullableIn: ['choice'],
  openMember: ['member'],
  optionalIn: ['choice'],
  prefixed: ['text'],
  timestamp: ['record'],
};

const all: readonly ArbitraryHelper[] = [
  ...'any bytes choice double duration fieldMask finite finiteFloat float int32 int64 json jsonObject listIn listOf'.split(
    ' ',
  ),
  ...'long mapIn mapOf member nullable nullableIn openMember optional optionalIn prefixed record safeInt64 safeUint64'.split(
    ' ',
  ),
  ...'text timestamp uint32 uint64 withMember'.split(' '),
] as readonly ArbitraryHelper[];

export const helperNames: readonly string[] = all;

/** An arbitrary, and whether its values hold messages or types, whose depth must be bounded. */
export interface Arbitrary {
  readonly code: Expression;
  readonly deep: boolean;
}

/** Builds arbitraries and remembers which helpers they call. */
export class Builder {
  readonly #used = new Set<ArbitraryHelper>();

  get uses(): Readonly<Record<ArbitraryHelper, boolean>> {
    const used = new Set(this.#used);
    for (const helper of used) for (const other of needs[helper] ?? []) used.add(other);
    return Object.fromEntries(all.map((helper) => [helper, used.has(helper)])) as Record<ArbitraryHelper, boolean>;
  }

  /** A call of a helper. */
  help(helper: ArbitraryHelper, ...args: readonly Expression[]): Expression {
    this.#used.add(helper);
    return call(atom(helper as string as Identifier), ...args);
  }

  leaf(helper: ArbitraryHelper, ...args: readonly Expression[]): Arbitrary {
    return { code: this.help(helper, ...args), deep: false };
  }

  /** Values of a message or type, which another function of the module makes. */
  made(local: Identifier): Arbitrary {
    return { code: call(atom(verbatim('once')), context, atom(local)), deep: true };
  }

  optional({ code, deep }: Arbitrary): Arbitrary {
    return { code: deep ? this.help('optionalIn', context, code) : this.help('optional', code), deep };
  }

  nullable({ code, deep }: Arbitrary): Arbitrary {
    return { code: deep ? this.help('nullableIn', context, code) : this.help('nullable', code), deep };
  }

  list({ code, deep }: Arbitrary): Arbitrary {
    return { code: this.help(deep ? 'listIn' : 'listOf', context, code), deep };
  }

  map(key: Expression, { code, deep }: Arbitrary): Arbitrary {
    return { code: this.help(deep ? 'mapIn' : 'mapOf', context, key, code), deep };
  }

  record(entries: readonly { readonly key: Identifier | Literal; readonly value: Arbitrary }[]): Arbitrary {
    const code = this.help('record', object(entries.map(({ key, value }) => ({ key, value: value.code }))));
    return { code, deep: entries.some(({ value }) => value.deep) };
  }

  /** One of several. Where depth matters, the first must be the one that nests least: it alone is taken at the bottom. */
  oneOf(choices: readonly Arbitrary[]): Arbitrary {
    if (choices.length === 1) return choices[0]!;
    const deep = choices.some((one) => one.deep);
    const codes = choices.map((one) => one.code);
    return { code: deep ? this.help('choice', context, ...codes) : fc(verbatim('fc.oneof'), ...codes), deep };
  }
}

export const context = atom(verbatim('c'));

/** A call of fast-check itself. */
export const fc = (name: Literal, ...args: readonly Expression[]): Expression => call(atom(name), ...args);

export const constant = (value: Expression): Arbitrary => ({ code: fc(verbatim('fc.constant'), value), deep: false });

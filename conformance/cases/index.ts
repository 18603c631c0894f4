/** Every source of cases: a new kind of case is a new file here and a line below. */
import type { CaseSource } from '../model/case.ts';
import { derivedCases } from './derived-cases.ts';
import { fixtureCases } from './fixture-cases.ts';

export const caseSources: readonly CaseSource[] = [derivedCases, fixtureCases];

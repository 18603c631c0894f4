/** Every single fault that the suite is tried with: one of these in a reference must fail certification, by name of the clause. */
import { codecFaults } from './faults/codec-faults.ts';
import type { Role } from '../model/fixture.gen.ts';
import { refusesNamesTwice } from './faults/codec/ways-through.ts';
import type { Fault } from './faults/fault.ts';
import { sessionFaults } from './faults/session-faults.ts';

export const faults: readonly Fault[] = [...codecFaults, ...sessionFaults];

/** The strictest of what informational clauses leave open, for the proof that each of their cases can be passed. */
export const strictestOf = (role: Role): Fault['wrap'] => (role === 'codec' ? refusesNamesTwice : (testee) => testee);

export type { Fault };
export { nullTestees } from './faults/null-testees.ts';

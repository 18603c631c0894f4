/** Every single fault that the suite is tried with: one of these in a reference must fail certification, by name of the clause. */
import { codecFaults } from './faults/codec-faults.ts';
import type { Fault } from './faults/fault.ts';
import { sessionFaults } from './faults/session-faults.ts';

export const faults: readonly Fault[] = [...codecFaults, ...sessionFaults];

export type { Fault };
export { nullTestees } from './faults/null-testees.ts';

/** What became of a mutant or a fault: the record that the report is made of. */

export interface Fate {
  readonly name: string;
  /** `mutant`: of the code. `fault`: of the protocol. */
  readonly kind: 'mutant' | 'fault';
  readonly subject: string;
  readonly role: string;
  /** `unreached`: no case passes the place. `timeout`: it never ended. */
  readonly fate: 'killed' | 'timeout' | 'survived' | 'unreached';
  /** Clauses that were asked: those with a case that passes the place, or that the fault is meant to break. */
  readonly reached: readonly string[];
  /** Clauses that had a case fail. */
  readonly killedBy: readonly string[];
}

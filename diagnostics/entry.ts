/** The shape of a catalogue entry; each area of the catalogue is checked against it. */
export interface Entry {
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence with `{placeholders}`: what is wrong. */
  readonly message: string;
  /** One sentence: what the reader can do. `''` when there is nothing to suggest. */
  readonly fix: string;
}

export type Entries = Record<`WM${number}`, Entry>;

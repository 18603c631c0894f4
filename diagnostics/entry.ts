/** The shape of a catalogue entry; each area of the catalogue is checked against it. */
export interface Entry {
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence with `{placeholders}`: what is wrong. */
  readonly message: string;
  /** One sentence: what the reader can do. `''` when there is nothing to suggest. */
  readonly fix: string;
}

export type Entries = Record<`WM${number}`, Entry>;

/** An entry of a rule whose finding is an error; the texts stay literal types, which their placeholders are read from. */
export const rule = <const Message extends string, const Fix extends string>(
  message: Message,
  fix: Fix,
): { readonly severity: 'error'; readonly message: Message; readonly fix: Fix } => ({
  severity: 'error',
  message,
  fix,
});

/** The printed forms of a drift report, by name. */
export const driftFormats = ['text', 'json', 'markdown', 'html'] as const;
export type DriftFormat = (typeof driftFormats)[number];

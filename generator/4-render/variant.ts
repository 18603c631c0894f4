/** The three forms of a code module. All come from the same templates and the same view. */
export type Variant = 'js' | 'dts' | 'ts';

/** File ending of each form. */
export const endings: Readonly<Record<Variant, string>> = { js: '.js', dts: '.d.ts', ts: '.ts' };

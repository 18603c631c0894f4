/** What the words of a description say of the thing itself: deprecated, a default, its standing. */

export interface Remarks {
  readonly description: string;
  readonly deprecated: boolean;
  /** Text after `Default:` at the end, where a template writes it. */
  readonly default: string | undefined;
}

/**
 * Takes off what templates of protoc-gen-doc write around a description.
 * @param takesDefault - False where a default cannot be: the words stay in the description.
 */
export function templateRemarks(text: string, takesDefault: boolean): Remarks {
  const deprecated = /^\*\*deprecated\.?\*\*(?=\s|$)/i.exec(text);
  const rest = deprecated === null ? text : text.slice(deprecated[0].length).trim();
  const found = takesDefault ? /(?:^|\s)Default: (\S.*)$/.exec(rest) : null;
  return {
    description: found === null ? rest : rest.slice(0, found.index).trim(),
    deprecated: deprecated !== null,
    default: found?.[1]!.trim(),
  };
}

/** Words that say that something is not for use; it stays legal on the wire. */
const standings: readonly (readonly [pattern: RegExp, status: string])[] = [
  [/\bnot (?:currently |yet )?(?:enabled|supported|in use|used)\b/i, 'not enabled'],
  [/\bcan (?:generally |usually )?be ignored\b/i, 'to be ignored'],
  [/\breserved\b/i, 'reserved'],
  [/\bobsolete\b/i, 'obsolete'],
];

export const standingOf = (description: string): string | undefined =>
  standings.find(([pattern]) => pattern.test(description))?.[1];

/** Whether a description names two values or more as the default. */
export const namesSeveralDefaults = (description: string): boolean =>
  /\bdefault\b[^.\n]{0,60}\b(?:is|are|:)\s*[`'"]?\w+[`'"]?\s+or\s+[`'"]?\w+/i.test(description);

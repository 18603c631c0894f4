/** Reads features from options as linking leaves them. */
import type { OptionValues } from '../ir/protocol.ts';

/**
 * The feature's value nearest to a declaration; undefined where none is set.
 * @param around - Options of the declaration, then of what surrounds it, innermost first.
 * @param language - Extension that holds it, such as `pb.cpp`; none for the features of protobuf itself.
 */
export function featureOf(around: readonly OptionValues[], name: string, language?: string): string | undefined {
  for (const options of around) {
    const features = object(options['features']);
    const holder = language === undefined ? features : object(features?.[`[${language}]`]);
    const value = holder?.[name];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

const object = (value: unknown): OptionValues | undefined =>
  typeof value === 'object' && value !== null ? (value as OptionValues) : undefined;

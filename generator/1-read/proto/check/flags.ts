/** Options that the checks themselves read. */
import type { OptionDecl } from '../../../ir/proto-source.ts';

/** Is the standard option of that name set to true? */
export function isOptionTrue(options: readonly OptionDecl[], name: string): boolean {
  const option = optionOf(options, name);
  return option?.value.kind === 'word' && option.value.text === 'true';
}

export function optionOf(options: readonly OptionDecl[], name: string): OptionDecl | undefined {
  return options.find((each) => each.name.length === 1 && !each.name[0]!.extension && each.name[0]!.text === name);
}

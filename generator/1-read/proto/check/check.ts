/** All checks of one file's declarations that need nothing from other files; they run on broken files too. */
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts';
import type { EnumDecl, ExtendDecl, MessageDecl, ProtoSource } from '../../../ir/proto-source.ts';
import { checkEnum } from './enums.ts';
import { checkExtensions, checkFields } from './fields.ts';
import { checkImports, checkVisibility } from './file.ts';
import { checkLabels, type Place } from './labels.ts';
import { checkMessage } from './messages.ts';
import { checkRanges } from './ranges.ts';

export function check(source: ProtoSource): Diagnostic[] {
  const diagnostics = checkImports(source);
  const visit = (scope: {
    readonly messages: readonly MessageDecl[];
    readonly enums: readonly EnumDecl[];
    readonly extends: readonly ExtendDecl[];
  }): void => {
    for (const message of scope.messages) {
      diagnostics.push(
        ...checkVisibility(message, source),
        ...checkMessage(message, source),
        ...checkFields(message),
        ...checkRanges(message, source),
        ...labelsOf(message.fields, 'message', source),
      );
      visit(message);
    }
    for (const decl of scope.enums) diagnostics.push(...checkVisibility(decl, source), ...checkEnum(decl, source));
    for (const { fields } of scope.extends) {
      diagnostics.push(...labelsOf(fields, 'extend', source), ...checkExtensions(fields));
    }
  };
  visit(source);
  return diagnostics;
}

function labelsOf(fields: MessageDecl['fields'], place: Place, source: ProtoSource): Diagnostic[] {
  return fields.flatMap((field) => checkLabels(field, place, source.syntax));
}

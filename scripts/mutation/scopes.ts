/** Takes the code of a module, gives the name of the declaration at its top that a line belongs to. */
import { parse } from 'acorn';

/** @returns A function from a 1-based line to a name; `''` for lines outside of any declaration. */
export function scopesOf(code: string): (line: number) => string {
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const ranges = body.flatMap((statement) => {
    const declaration = 'declaration' in statement && statement.declaration ? statement.declaration : statement;
    const name =
      declaration.type === 'VariableDeclaration'
        ? nameOf(declaration.declarations[0]?.id)
        : 'id' in declaration
          ? nameOf(declaration.id)
          : '';
    return name === '' || !statement.loc ? [] : [{ name, from: statement.loc.start.line, to: statement.loc.end.line }];
  });
  return (line) => ranges.find(({ from, to }) => from <= line && line <= to)?.name ?? '';
}

const nameOf = (id: object | null | undefined): string => (id && 'name' in id ? String(id.name) : '');

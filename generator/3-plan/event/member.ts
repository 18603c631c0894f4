/** How a member of an object is read. */
import type { Expression } from '../../ir/view/code.ts';
import { propertyAccess } from '../text.ts';
import { atom, call, quoted, verbatim } from './build.ts';

/** `from.name`; a member that all objects inherit, such as `constructor`, is read only where the object has its own. */
export function memberOf(variable: 'from' | 'value', name: string): Expression {
  const object = verbatim(variable as 'from');
  if (Object.hasOwn(Object.prototype, name)) return call('own', atom(object), quoted(name));
  return { kind: 'member', object, access: propertyAccess(name) };
}

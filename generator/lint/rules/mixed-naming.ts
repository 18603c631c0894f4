/** mixed-naming: fields of one type in camelCase and snake_case. */
import { rule } from '../rule.ts';
import { listed, objectsOf, ownMessages } from '../walk.ts';

export const mixedNaming = rule({
  name: 'mixed-naming',
  code: 'WM7012',
  about: 'Fields of one type in camelCase and snake_case.',
  check(protocol, report) {
    for (const { name, fields } of [...ownMessages(protocol), ...protocol.specs.flatMap(objectsOf)]) {
      const snake = fields.filter((field) => /[A-Za-z0-9]_[A-Za-z0-9]/.test(field.name));
      const camel = fields.filter((field) => /^[a-z]+[A-Z]/.test(field.name) && !field.name.includes('_'));
      if (snake.length === 0 || camel.length === 0) continue;
      const [few, many] = snake.length < camel.length ? [snake, camel] : [camel, snake];
      const names = (of: typeof few): string =>
        listed(
          of.map((field) => field.name),
          3,
        );
      report(few[0]!.origin, { name, some: names(many), others: names(few) });
    }
  },
});

import { expect, test } from 'vitest';
import { kindOf, referringTo } from './event-kinds.ts';

test.each([
  ['loginSuccess', 'login'],
  ['loginFail', undefined],
  ['onGroupMessage', 'message'],
  ['onMessageRecalled', 'recall'],
  ['onMessageDeleted', 'delete'],
  ['openim.sdkws.RevokeMsgTips', 'recall'],
  ['openim.msg.MsgData', 'message'],
  ['messages.Roster', undefined],
  ['chat_message_removed', 'delete'],
  ['', undefined],
] as const)('"%s" is about %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

test('a recall speaks of the message that it recalls, digit for digit', () => {
  const message = '[{"id":9007199254740993,"from":{"userId":"u1"},"body":"x"}]';
  expect(referringTo(message, '[{"id":1,"userId":"u2","body":"y","seq":4,"list":[{"id":"text"}]}]')).toBe(
    '[{"id":9007199254740993,"userId":"u1","body":"y","seq":4,"list":[{"id":"text"}]}]',
  );
  expect(referringTo('[{"__proto__":1,"id":2}]', '[7,{"__proto__":{"id":3}}]')).toBe('[7,{"__proto__":{"id":2}}]');
});

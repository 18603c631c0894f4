/** The workloads: a message type and a handful of different values of it, the same in every process. */

/** xorshift32, reset for each workload, so that all processes build the same values. */
let state = 1;
const random = () => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
};
const int = (n) => Math.floor(random() * n);
const pick = (list) => list[int(list.length)];
const many = (n, make) => Array.from({ length: n }, (_, index) => make(index));
/** A sequential string: strings made by concatenation are ropes, which some peers would flatten and others not. */
const flat = (text) => new TextDecoder().decode(new TextEncoder().encode(text));
const of = (alphabet, n) => flat(many(n, () => pick(alphabet)).join(''));

const digits = '0123456789';
const hex = '0123456789abcdef';
const letters = 'abcdefghijklmnopqrstuvwxyz';
const words =
  'hello thanks meeting tomorrow report please check invoice build release deploy lunch coffee update'.split(' ');
const sentence = (n) => {
  let text = pick(words);
  while (text.length < n) text += ` ${pick(words)}`;
  return flat(text.slice(0, n));
};
const han = '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面';
const emoji = ['😀', '🎉', '👍', '🚀', '🙏', '😂', '🔥'];
const cjk = (n) => flat(many(n, () => (random() < 0.08 ? pick(emoji) : pick(han))).join(''));

const push = (wide) => ({
  title: wide ? cjk(6 + int(6)) : sentence(12 + int(12)),
  desc: wide ? cjk(10 + int(16)) : sentence(24 + int(24)),
  ex: random() < 0.5 ? '' : wide ? cjk(8) : sentence(16),
  iOSPushSound: 'default',
  iOSBadgeCount: true,
  signalInfo: '',
});

const page = () => ({ pageNumber: 1 + int(300), showNumber: pick([10, 20, 50, 100, 200]) });

const optionNames = ['history', 'persistent', 'offlinePush', 'unreadCount', 'conversationUpdate'];

function msg(wide) {
  const group = random() < 0.5;
  const time = 1_700_000_000_000 + int(9e9);
  return {
    sendID: of(digits, 10),
    recvID: group ? '' : of(digits, 10),
    groupID: group ? (wide ? flat(cjk(3) + of(digits, 7)) : of(digits, 10)) : '',
    clientMsgID: of(hex, 32),
    serverMsgID: of(hex, 32),
    senderPlatformID: 1 + int(9),
    senderNickname: wide ? cjk(2 + int(6)) : of(letters, 5 + int(10)),
    senderFaceURL: flat(`https://cdn.example.com/avatar/${of(hex, 24)}.png`),
    sessionType: group ? 3 : 1,
    msgFrom: 100,
    contentType: 101 + int(10),
    content: new TextEncoder().encode(JSON.stringify({ content: wide ? cjk(45) : sentence(150), id: of(hex, 12) })),
    seq: BigInt(1 + int(2_000_000)),
    sendTime: BigInt(time),
    createTime: BigInt(time - int(500)),
    status: 2,
    isRead: random() < 0.5,
    options: Object.fromEntries(optionNames.map((name) => [name, random() < 0.6])),
    offlinePushInfo: push(wide),
    atUserIDList: many(int(4), () => (wide && random() < 0.5 ? cjk(4) : of(digits, 10))),
    attachedInfo: wide ? cjk(12) : random() < 0.5 ? '' : flat(`{"groupHasReadInfo":{"hasReadCount":${int(90)}}}`),
    ex: wide && random() < 0.5 ? cjk(10) : '',
  };
}

/** Varints of one to ten bytes in the proportions that real ids, counters and times have. */
const i32 = () => {
  const k = random();
  return k < 0.3
    ? int(128)
    : k < 0.55
      ? int(2 ** 14)
      : k < 0.75
        ? int(2 ** 21)
        : k < 0.9
          ? int(2 ** 31)
          : -1 - int(2 ** 31 - 1);
};
const s64 = () => {
  const k = random();
  const size = k < 0.3 ? int(64) : k < 0.5 ? int(2 ** 20) : k < 0.7 ? int(2 ** 31) : Math.floor(random() * 2 ** 50);
  return BigInt(random() < 0.5 ? size : -size);
};
const f64 = () => (random() - 0.5) * 10 ** int(12);

const deep = (n) => (n === 0 ? { name: 'leaf' } : { name: of(letters, 8), child: deep(n - 1) });
const choice = () =>
  pick([
    () => ({ case: 'text', value: sentence(20) }),
    () => ({ case: 'number', value: 1 + int(1e6) }),
    () => ({ case: 'flag', value: true }),
    () => ({ case: 'push', value: push(false) }),
  ])();

const seeded = (seed, type, count, make) => () => {
  state = seed;
  return { type, items: many(count, make) };
};

/** Workload -> `{type, items}`; the number of items is a power of two. */
export const workloads = {
  push: seeded(11, 'OfflinePushInfo', 32, () => push(false)),
  page: seeded(12, 'RequestPagination', 32, page),
  msg: seeded(13, 'MsgData', 32, () => msg(false)),
  'msg CJK': seeded(14, 'MsgData', 32, () => msg(true)),
  batch: seeded(15, 'MsgBatch', 4, () => ({ msgs: many(100, () => msg(true)) })),
  numbers: seeded(16, 'Numeric', 4, () => ({ i32: many(1000, i32), s64: many(1000, s64), f64: many(1000, f64) })),
  deep: seeded(17, 'Deep', 8, () => deep(50)),
  oneofs: seeded(18, 'Choices', 8, () => ({ items: many(50, () => ({ value: choice() })) })),
  maps: seeded(19, 'Maps', 8, () => ({
    labels: Object.fromEntries(many(30, (i) => [`label-${i}`, sentence(16)])),
    pages: Object.fromEntries(many(30, (i) => [i * 7, page()])),
  })),
  many: seeded(20, 'Many', 4, () => ({ items: many(1000, page) })),
  blob: seeded(21, 'Blob', 2, (i) => ({ data: new Uint8Array(2 ** 20).fill(i + 1) })),
};

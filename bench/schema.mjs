/**
 * The messages of proto/bench.proto as a table, and the two conversions that every peer needs: from the plain form to
 * what the peer takes, and from what it returns to a form that can be compared.
 *
 * Plain form: string, number, boolean, Uint8Array, bigint for 64-bit integers, plain objects for maps, and oneofs as
 * `{case, value}`.
 */
const push = {
  title: 'string',
  desc: 'string',
  ex: 'string',
  iOSPushSound: 'string',
  iOSBadgeCount: 'bool',
  signalInfo: 'string',
};

export const schema = {
  OfflinePushInfo: push,
  RequestPagination: { pageNumber: 'int32', showNumber: 'int32' },
  MsgData: {
    sendID: 'string',
    recvID: 'string',
    groupID: 'string',
    clientMsgID: 'string',
    serverMsgID: 'string',
    senderPlatformID: 'int32',
    senderNickname: 'string',
    senderFaceURL: 'string',
    sessionType: 'int32',
    msgFrom: 'int32',
    contentType: 'int32',
    content: 'bytes',
    seq: 'int64',
    sendTime: 'int64',
    createTime: 'int64',
    status: 'int32',
    isRead: 'bool',
    options: 'map bool',
    offlinePushInfo: 'OfflinePushInfo',
    atUserIDList: 'list string',
    attachedInfo: 'string',
    ex: 'string',
  },
  MsgBatch: { msgs: 'list MsgData' },
  Numeric: { i32: 'list int32', s64: 'list int64', f64: 'list double' },
  Deep: { name: 'string', child: 'Deep' },
  Choice: { value: { text: 'string', number: 'int32', flag: 'bool', push: 'OfflinePushInfo' } },
  Choices: { items: 'list Choice' },
  Maps: { labels: 'map string', pages: 'map RequestPagination' },
  Many: { items: 'list RequestPagination' },
  Blob: { data: 'bytes' },
};

/**
 * @param type Name of a message.
 * @param plain A value of it in the plain form.
 * @param to How the peer wants the rest: `int64(bigint)`, `map(object, field)`, and `oneof({case, value}, name)`, which
 *   gives the properties that stand for the oneof. Absent ones leave the plain form.
 */
export function convert(type, plain, to = {}) {
  const result = {};
  for (const [name, field] of Object.entries(schema[type])) {
    const value = plain[name];
    if (value === undefined) continue;
    if (typeof field === 'object') {
      const chosen = { case: value.case, value: one(field[value.case], value.value, to) };
      Object.assign(result, to.oneof ? to.oneof(chosen, name) : { [name]: chosen });
    } else if (field.startsWith('list ')) result[name] = value.map((item) => one(field.slice(5), item, to));
    else if (field.startsWith('map ')) {
      const entries = Object.entries(value).map(([key, item]) => [key, one(field.slice(4), item, to)]);
      result[name] = to.map ? to.map(entries, name) : Object.fromEntries(entries);
    } else result[name] = one(field, value, to);
  }
  return asLiteral(result);
}

const literals = new Map();

/** The object as if it stood in the source: engines keep one that grew by more than a few properties in a slower form. */
function asLiteral(object) {
  const names = JSON.stringify(Object.keys(object));
  if (!literals.has(names)) {
    const properties = JSON.parse(names).map((name) => `${JSON.stringify(name)}: from[${JSON.stringify(name)}]`);
    literals.set(names, new Function('from', `return { ${properties.join(', ')} };`));
  }
  return literals.get(names)(object);
}

function one(type, value, to) {
  if (type === 'int64') return to.int64 ? to.int64(value) : value;
  if (type === 'bytes') return to.bytes ? to.bytes(value) : value;
  return schema[type] ? convert(type, value, to) : value;
}

/**
 * A comparable form of whatever a peer returns, or of parsed ProtoJSON.
 * @param oneofOf How the peer holds a oneof: from the message and the oneof's name to `{case, value}` or undefined.
 */
export function normalize(type, value, oneofOf = flatOneof) {
  const result = {};
  for (const [name, field] of Object.entries(schema[type])) {
    const item = value[name];
    if (typeof field === 'object') {
      const chosen = oneofOf(value, name, field);
      result[name] =
        chosen === undefined ? null : { [chosen.case]: normalOne(field[chosen.case], chosen.value, oneofOf) };
    } else if (field.startsWith('list '))
      result[name] = Array.from(item ?? [], (x) => normalOne(field.slice(5), x, oneofOf));
    else if (field.startsWith('map ')) {
      const entries = item instanceof Map ? [...item].map(([k, v]) => [String(k), v]) : Object.entries(item ?? {});
      entries.sort((a, b) => (a[0] < b[0] ? -1 : 1));
      result[name] = entries.map(([k, v]) => [k, normalOne(field.slice(4), v, oneofOf)]);
    } else result[name] = normalOne(field, item, oneofOf);
  }
  return result;
}

/** Oneofs held as `{case, value}`, or not at all. */
export const caseOneof = (message, name) => (message[name]?.case === undefined ? undefined : message[name]);

/** Oneofs held as properties of the message itself; the one that is there counts. */
function flatOneof(message, name, field) {
  if (message[name]?.case !== undefined) return message[name];
  if (message[name]?.oneofKind !== undefined)
    return { case: message[name].oneofKind, value: message[name][message[name].oneofKind] };
  const chosen = typeof message[name] === 'string' && message[name] in field ? message[name] : undefined;
  const present =
    chosen ??
    Object.keys(field).find(
      (key) => Object.hasOwn(message, key) && message[key] !== undefined && message[key] !== null,
    );
  return present === undefined ? undefined : { case: present, value: message[present] };
}

function normalOne(type, value, oneofOf) {
  switch (type) {
    case 'string':
      return value == null ? '' : String(value);
    case 'bool':
      return Boolean(value);
    case 'int32':
    case 'double':
      return Number(value ?? 0);
    case 'int64':
      return String(value ?? 0);
    case 'bytes':
      return Buffer.from(typeof value === 'string' ? Buffer.from(value, 'base64') : (value ?? [])).toString('hex');
    default:
      return value == null ? null : normalize(type, value, oneofOf);
  }
}

/** The two specs of this project, whole: what they must hold, counted from the linked model. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../diagnostics/package-root.ts';
import { read } from './1-read/read.ts';
import { link } from './2-link/link.ts';
import type { EventSpec, SpecArgument, SpecField, SpecObject, TypeExpr } from './ir/event-spec.ts';
import { layersOf } from './ir/layers.ts';
import type { DocumentOrigin } from './ir/origin.ts';
import type { Protocol } from './ir/protocol.ts';

const paths = {
  protos: ['spec/openim/common.proto'],
  roots: ['spec/openim'],
  overlays: ['spec/openim/common.overlay.yaml'],
  specs: ['spec/floo/floo.spec.yaml'],
};

let protocol: Protocol;
let floo: EventSpec;
beforeAll(async () => {
  const sources = await read({ cwd: packageRoot(), ...paths });
  expect(sources.diagnostics).toEqual([]);
  const linked = link(sources.value, { name: 'own', int64: 'bigint', int64Of: {} });
  expect(linked.diagnostics).toEqual([]);
  protocol = linked.value;
  floo = protocol.specs[0]!;
});

describe('OpenIM common', () => {
  const full = (name: string) => `openim.sdk.common.${name}`;
  const file = () => protocol.files.find((each) => each.package === 'openim.sdk.common')!;

  test('2 messages with 8 fields, 11 enums with 92 members', () => {
    expect(file().syntax).toBe('proto3');
    const fields = file().messages.flatMap((message) => message.fields);
    expect(fields.map(({ fullName, number }) => `${fullName.slice(18)} ${number}`)).toEqual([
      'OfflinePushInfo.title 1',
      'OfflinePushInfo.desc 2',
      'OfflinePushInfo.ex 3',
      'OfflinePushInfo.iOSPushSound 4',
      'OfflinePushInfo.iOSBadgeCount 5',
      'OfflinePushInfo.signalInfo 6',
      'RequestPagination.pageNumber 1',
      'RequestPagination.showNumber 2',
    ]);
    expect(Object.fromEntries(file().enums.map(({ name, values }) => [name, values.length]))).toEqual({
      AppFramework: 13,
      ApprovalStatus: 3,
      ContentType: 33,
      ConvGroupAtType: 4,
      ConvRecvMsgOpt: 3,
      GlobalRecvMsgOpt: 3,
      LogLevel: 7,
      MsgFrom: 3,
      MsgStatus: 6,
      Platform: 12,
      SessionType: 5,
    });
    expect(file().enums.flatMap((each) => each.values)).toHaveLength(92);
    expect(file().enums.every((each) => each.open)).toBe(true);
  });

  test('26 commented-out numbers, none of them a member, and three whose names are lost', () => {
    const { commentedOut, incomplete } = protocol.facts.get(full('ContentType'))!;
    expect(commentedOut.map(({ number }) => number)).toEqual([
      1202, 1203, 1204, 1205, 1206, 1207, 1208, 1209, 1210, 1300, 1303, 1304, 1305, 1306, 1307, 1502, 1503, 1505, 1506,
      1516, 1517, 1518, 1519, 1520, 1599, 1703,
    ]);
    const lines = commentedOut.map(({ source }) => source!.line);
    expect([132, 133, 134, 135, 143, 144].map((line) => lines.filter((each) => each === line).length)).toEqual([
      5, 10, 2, 2, 6, 1,
    ]);
    expect(incomplete).toBe(true);
    const members = file().enums.find(({ name }) => name === 'ContentType')!.values;
    for (const { beside } of gluedTo) expect(members.find(({ name }) => name === beside)?.comment).toBe('');
  });
  const gluedTo = [
    'FriendApplicationApprovedNotification',
    'GroupCreatedNotification',
    'MemberQuitNotification',
    'GroupOwnerTransferredNotification',
    'GroupCancelMutedNotification',
    'ConversationPrivateChatNotification',
  ].map((beside) => ({ beside }));

  test('six placeholders, three notes on standing, every decision with a reason', () => {
    const facts = [...protocol.facts];
    const names = (holds: (each: (typeof facts)[number][1]) => boolean) =>
      facts
        .filter(([, each]) => holds(each))
        .map(([name]) => name.slice(18))
        .sort();
    expect(names((each) => each.unspecified)).toEqual([
      'AppFramework.AppFramework_',
      'ContentType.ContentType_',
      'MsgFrom.MsgFrom_',
      'MsgStatus.MsgStatus_',
      'Platform.Platform_',
      'SessionType.SessionType_',
    ]);
    expect(names((each) => each.status !== undefined)).toEqual([
      'GlobalRecvMsgOpt.NotReceive',
      'Platform.Admin',
      'SessionType.WriteGroup',
    ]);
    for (const { reason, place } of facts.flatMap(([, each]) => each.decisions)) {
      expect(reason.length).toBeGreaterThan(20);
      expect(place).toMatch(/^openim-common:\d+(-\d+)?$/);
    }
  });
});

describe('Floo', () => {
  const type = (name: string) => floo.types.find((each) => each.name === name)!;
  const field = (path: string): SpecField => {
    const [owner, name] = path.split('.');
    return (type(owner!) as SpecObject).fields.find((each) => each.name === name)!;
  };
  const event = (name: string) => floo.events.find((each) => each.name === name)!;

  test('28 events; 25 documented types: 22 objects, 2 callbacks, and the names of the events', () => {
    expect(floo.events).toHaveLength(28);
    const documented = floo.types.filter(({ standing }) => standing === 'documented');
    expect(documented.map(({ kind }) => kind)).toEqual(Array(22).fill('object'));
    expect(floo.callbacks.map(({ name }) => name)).toEqual(['fileUploadProgress', 'EventCallback']);
    const names = floo.enums.filter(({ standing }) => standing === 'documented');
    expect(names.map(({ name }) => name)).toEqual(['Event']);
    expect(names[0]!.members.map(({ value, source, label }) => [value, source?.line, label])).toEqual(
      floo.events.map((each) => [each.name, each.source?.line, each.label]),
    );
  });

  test('every documented type has the fields that the page lists', () => {
    const counts = floo.types.filter(({ standing }) => standing === 'documented') as SpecObject[];
    expect(Object.fromEntries(counts.map(({ name, fields }) => [name, fields.length]))).toEqual({
      RosterItem: 12,
      UserSettings: 17,
      UserProfile: 9,
      Meta: 11,
      RosterApplication: 4,
      GroupInfoAndSettings: 20,
      BriefGroupInfoAndSettings: 11,
      GroupMember: 4,
      GroupMemberBanned: 5,
      GroupUserRelationResponse: 3,
      GroupAnnouncement: 6,
      GroupInfoRequest: 5,
      GroupBannedMemberRequest: 3,
      GroupBlockedListItem: 3,
      GroupInvitation: 7,
      GroupApplication: 5,
      GroupSharedFile: 9,
      GroupSharedFileResponse: 3,
      GroupBanAllResponse: 1,
      FileUpload: 3,
      FileUploadResult: 1,
      ConversationItem: 4,
    });
    for (const { name, fields, source } of counts) {
      const lines = fields.map((each) => each.source?.line ?? 0);
      expect(lines, name).toEqual(lines.map((_, index) => lines[0]! + index));
      expect(lines[0], name).toBe(source!.line + 8);
    }
  });

  test('no line of the page is cited for two fields, and none lies outside it', () => {
    const cited = floo.types
      .filter(({ standing }) => standing === 'documented')
      .flatMap((each) => (each.kind === 'object' ? each.fields : []))
      .flatMap(({ source }) => [source!.line, ...(source!.also ?? [])]);
    expect(new Set(cited).size).toBe(cited.length);
    expect(cited).toHaveLength(146 + 17 + 9);
    const all: (DocumentOrigin | undefined)[] = [
      ...floo.types.flatMap((each) => [
        each.source,
        ...(each.kind === 'object' ? each.fields : []).map((one) => one.source),
      ]),
      ...floo.enums.flatMap((each) => [each.source, ...each.members.map((one) => one.source)]),
      ...floo.events.flatMap((each) => [each.source, ...each.arguments.map((one) => one.source)]),
      ...floo.notes.map((each) => each.source),
    ];
    for (const source of all.filter((each) => each !== undefined)) {
      for (const line of [source.line, source.endLine ?? source.line, ...(source.also ?? [])]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(721);
      }
    }
  });

  test('widths: what states one has it, what does not is a number', () => {
    const fields = floo.types.flatMap((each) =>
      each.kind === 'object' && each.standing === 'documented' ? each.fields : [],
    );
    const widths = (width: string) =>
      fields.filter(
        ({ type: of }) =>
          (of.kind === 'scalar' && of.scalar === width) || (of.kind === 'spec-enum' && of.width === width),
      );
    // 31 lines say so; three ids and two times are 64-bit integers that are typed as strings.
    expect(widths('int64')).toHaveLength(31 + 5);
    expect(widths('int32')).toHaveLength(11);
    const unknown = fields.filter(({ type: of }) => of.kind === 'number').map(({ source }) => source!.line);
    expect(unknown).toEqual([415, 416, 431, 432, 444, 445, 479, 554, 555, 556, 559, 570, 571, 573, 602, 657]);
    for (const { name, type: of, declared, int64 } of fields) {
      if (of.kind !== 'scalar' || of.scalar !== 'int64') continue;
      expect(int64, name).toEqual(
        declared?.type === 'string' ? { travel: 'string', surface: 'string' } : { travel: 'number', surface: 'bigint' },
      );
    }
  });

  test('enumerations in prose, with a description for every member', () => {
    const derived = floo.enums.filter(({ standing }) => standing === 'derived');
    expect(Object.fromEntries(derived.map(({ name, members }) => [name, members.length]))).toEqual({
      AuthMode: 4,
      Relation: 3,
      MessageType: 8,
      MessageStatus: 3,
      ReceiverType: 2,
      SessionType: 2,
      RosterApplicationStatus: 3,
      ApplyApproval: 3,
      MessageMuteMode: 3,
      MessagePushMode: 5,
      GroupStatus: 2,
      GroupType: 3,
      GroupInvitationStatus: 3,
      GroupApplicationStatus: 3,
      SendingStatus: 3,
      LoginMessage: 8,
      NoticeAction: 2,
      ConversationDeletionSource: 1,
      UserNoticeType: 11,
      ErrorCategory: 5,
    });
    for (const member of derived.flatMap((each) => each.members)) expect(member.description).not.toBe('');
    expect(floo.enums.flatMap(({ members }) => members.filter(({ match }) => match === 'prefix'))).toHaveLength(1);
  });

  test('the notice is a union told apart by its category', () => {
    expect(type('FlooNotice')).toMatchObject({
      kind: 'union',
      discriminant: 'category',
      variants: [
        { value: 'loginMessage' },
        { value: 'action' },
        { value: 'conversation_deleted' },
        { value: 'userNotice' },
      ],
    });
    expect(field('ConversationDeletedNotice.desc').type).toMatchObject({ kind: 'type', name: 'DeletedConversation' });
    expect(field('SendingStatusChange.status')).toMatchObject({
      declared: { type: 'number', name: 'status:', line: 226 },
    });
  });

  test('units, sentinels and defaults', () => {
    const fields = floo.types.flatMap((each) =>
      each.kind === 'object' && each.standing === 'documented' ? each.fields : [],
    );
    const units = fields.filter(({ unit }) => unit !== undefined).map(({ name, unit }) => `${name} ${unit}`);
    expect(units).toEqual([
      'no_push_end_hour hour',
      'no_push_start_hour hour',
      'timestamp ms',
      'ban_expire_time s',
      'duration min',
      'timestamp ms',
    ]);
    expect(field('GroupInfoAndSettings.ban_expire_time').values.map(({ value }) => value)).toEqual([0, -1]);
    expect(field('GroupInfoAndSettings.member_invite').default).toBe(true);
    expect(field('GroupInfoAndSettings.member_modify').default).toBe(false);
  });

  test('what is declared and what is interpreted part where Meta means something else', () => {
    const show = (args: readonly SpecArgument[]) =>
      args.map(({ type: of }: { type: TypeExpr }) => ('name' in of ? of.name : of.kind));
    const parted = floo.events.filter((each) => show(each.declared).join() !== show(each.arguments).join());
    expect(parted.map(({ name }) => name)).toEqual([
      'flooNotice',
      'onGroupListUpdate',
      'onGroupMemberChanged',
      'onRosterListUpdate',
      'onRosterApplied',
      'onUnreadChange',
      'onGroupCreated',
      'onGroupDestoryed',
      'onGroupJoined',
      'onGroupApplyAccepted',
      'onGroupApplyDeclined',
      'onGroupBaned',
      'onGroupUnbaned',
    ]);
    expect(show(event('onGroupMessage').arguments)).toEqual(['Meta']);
    expect(event('recentlistUpdate').arguments).toEqual([]);
  });

  test('all 28 events were observed', () => {
    for (const { name, observed } of floo.events) {
      expect(observed?.evidence, name).toMatch(/151 scenarios in Node and 22 in Chromium/);
      expect(observed?.note, name).not.toBe('');
    }
    expect(event('onUnreadChange').observed?.arguments[0]?.type).toEqual({
      kind: 'union',
      of: [{ kind: 'scalar', scalar: 'string' }, { kind: 'number' }, { kind: 'long-object' }],
    });
    expect([...layersOf(floo).get('ObservedMeta')!]).toEqual(['observed']);
  });

  test('every documented type and event is described, and every note has a source or concerns the spec', () => {
    for (const each of [...floo.types, ...floo.enums, ...floo.callbacks, ...floo.events])
      expect(each.description).not.toBe('');
    for (const { about, source } of floo.notes) if (about !== 'spec') expect(source, about).toBeDefined();
    expect(floo.notes.length).toBeGreaterThanOrEqual(50);
    expect(floo.bindings).toMatchObject([{ kind: 'json-envelope', event: '/event', args: '/args' }]);
  });
});

test('a spec cites its schema by a path that leads there', async () => {
  for (const path of [...paths.specs, ...paths.overlays]) {
    const text = await readFile(join(packageRoot(), path), 'utf8');
    const schema = /^\$schema: (\S+)$/m.exec(text)?.[1];
    await expect(readFile(join(packageRoot(), path, '..', schema!), 'utf8')).resolves.toContain('$defs');
  }
});

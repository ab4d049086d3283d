import { Meeting } from '../booking/meeting.entity.js';
import { MeetingOrigin, MeetingState } from '../booking/meeting.enums.js';
import { type PublicationFacts, publicationOf } from './publication.js';

let made = 0;
/** A meeting of buyer b and supplier s, each with one person of the same name, in slot 1 at table T1. */
function aMeeting(b: string, s: string, row: Partial<Meeting> = {}): Meeting {
  return Object.assign(new Meeting(), {
    id: `m${++made}`,
    eventId: 'e',
    buyerRegistrationId: b,
    supplierRegistrationId: s,
    buyerRepresentativeId: `person of ${b}`,
    supplierRepresentativeId: `person of ${s}`,
    slotId: 'slot1',
    tableId: 'T1',
    state: MeetingState.PROVISIONAL,
    origin: MeetingOrigin.SCHEDULED,
    replacesId: null,
    locked: false,
    absentRoles: [],
    ...row,
  });
}
const NOW = new Date('2026-06-01T02:00:00Z');
const later = new Date('2026-06-01T04:00:00Z');
function facts(more: Partial<PublicationFacts>): PublicationFacts {
  return {
    now: NOW,
    provisional: [],
    standing: [],
    tableIds: ['T1', 'T2'],
    slotStarts: new Map([
      ['slot0', NOW],
      ['slot1', later],
      ['slot2', later],
    ]),
    confirmed: new Set(['b1', 'b2', 's1', 's2']),
    refused: new Set(),
    ...more,
  };
}
const obstacles = (given: PublicationFacts) =>
  publicationOf(given).obstructed.map(({ meeting, obstacle }) => [meeting.id, obstacle]);

describe('publishing a provisional schedule', () => {
  it('takes another table where the planned one is taken, and says when none is free', () => {
    const held = aMeeting('b2', 's2', { state: MeetingState.PUBLISHED });
    const planned = aMeeting('b1', 's1');
    const given = facts({ provisional: [planned], standing: [held] });
    expect(publicationOf(given).publishable).toEqual([{ meeting: planned, tableId: 'T2' }]);
    expect(obstacles({ ...given, tableIds: ['T1'] })).toEqual([[planned.id, 'NO_TABLE_FREE']]);
  });

  it('respects what was agreed meanwhile, who has gone, who does not want to, and what is over', () => {
    const agreed = aMeeting('b1', 's1', { state: MeetingState.PUBLISHED, slotId: 'slot2' });
    const same = aMeeting('b1', 's1');
    const gone = aMeeting('b9', 's2');
    const refused = aMeeting('b2', 's1', { slotId: 'slot2' });
    const over = aMeeting('b2', 's2', { slotId: 'slot0' });
    const busy = aMeeting('b1', 's2', { slotId: 'slot2', tableId: 'T2' });
    const given = facts({
      provisional: [same, gone, refused, over, busy],
      standing: [agreed],
      refused: new Set(['b2 s1']),
    });
    expect(Object.fromEntries(obstacles(given))).toEqual({
      [same.id]: 'AGREED_MEANWHILE',
      [gone.id]: 'WITHDRAWN',
      [refused.id]: 'NOT_WANTED',
      [over.id]: 'SLOT_OVER',
      [busy.id]: 'SEAT_TAKEN',
    });
  });

  it('lets a published meeting make room for another one, unless it cannot move itself', () => {
    const told = aMeeting('b1', 's1', { state: MeetingState.PUBLISHED });
    const moved = aMeeting('b1', 's1', { slotId: 'slot2', replacesId: told.id });
    const instead = aMeeting('b1', 's2');
    const given = facts({ provisional: [instead, moved], standing: [told] });
    expect(publicationOf(given).publishable).toHaveLength(2);
    const agreed = aMeeting('b2', 's1', { state: MeetingState.PUBLISHED, slotId: 'slot2' });
    expect(Object.fromEntries(obstacles({ ...given, standing: [told, agreed] }))).toEqual({
      [moved.id]: 'SEAT_TAKEN',
      [instead.id]: 'SEAT_TAKEN',
    });
  });

  it('publishes what is locked before what is not', () => {
    const [one, two] = [aMeeting('b1', 's1'), aMeeting('b1', 's2', { locked: true })];
    const found = publicationOf(facts({ provisional: [one, two] }));
    expect(found.publishable.map(({ meeting }) => meeting)).toEqual([two]);
    expect(found.obstructed).toEqual([{ meeting: one, obstacle: 'SEAT_TAKEN' }]);
  });
});

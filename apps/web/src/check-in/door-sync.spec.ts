import type { DoorEntry } from './door-store.js';
import { attendeeOf, mergeResults } from './door-sync.js';

const entry = (entryId: string): DoorEntry => ({
  entryId,
  eventId: 'event-1',
  at: '2026-12-08T01:00:00Z',
  name: '王工',
  representativeId: 'person-1',
  ticket: null,
  outcome: null,
});

describe('merging check-ins with the answer of the server', () => {
  it('takes the outcome of each entry and keeps what the device recorded', () => {
    const first = { firstAt: '2026-12-08T00:50:00Z', firstDevice: '北门 1 号机' };
    const merged = mergeResults(
      [entry('a'), entry('b')],
      [
        { entryId: 'b', outcome: 'DUPLICATE', ...first },
        { entryId: 'a', outcome: 'RECORDED', firstAt: null, firstDevice: null },
      ],
    );
    expect(merged).toEqual([
      { ...entry('b'), outcome: 'DUPLICATE', ...first },
      { ...entry('a'), outcome: 'RECORDED', firstAt: null, firstDevice: null },
    ]);
  });

  it('leaves entries without a result to be sent again', () => {
    const recorded = { entryId: 'a', outcome: 'RECORDED', firstAt: null, firstDevice: null } as const;
    expect(mergeResults([entry('a'), entry('b')], [recorded]).map(({ entryId }) => entryId)).toEqual(['a']);
  });

  it('ignores results of entries that were not sent', () => {
    const foreign = { entryId: 'x', outcome: 'RECORDED', firstAt: null, firstDevice: null } as const;
    expect(mergeResults([entry('a')], [foreign])).toEqual([]);
  });
});

describe('an attendee on the device', () => {
  const node = {
    id: 'person-1',
    name: '王工',
    jobTitle: null,
    checkedInAt: null,
    ticket: null,
  };

  it('belongs to the organization, else to the company that was typed, else to none', () => {
    const registration = { id: 'r', role: 'VISITOR', companyName: '驰岳', organization: null } as const;
    const organization = { id: 'o', name: '宁波铸远' };
    expect(attendeeOf({ ...node, registration: { ...registration, organization } }).company).toBe('宁波铸远');
    expect(attendeeOf({ ...node, registration }).company).toBe('驰岳');
    expect(attendeeOf({ ...node, registration: { ...registration, companyName: null } }).company).toBe('');
  });

  it('has no serial without a ticket or with one that cannot be read', () => {
    const registration = { id: 'r', role: 'BUYER', companyName: null, organization: null } as const;
    expect(attendeeOf({ ...node, registration }).serial).toBeNull();
    expect(attendeeOf({ ...node, registration, ticket: { token: '不是票' } }).serial).toBeNull();
  });
});

import ICAL from 'ical.js';
import { type CalendarEntry, calendarText, timezoneComponent } from './event-calendar.js';

const entry: CalendarEntry = {
  uid: 'event-1@lianqiao',
  sequence: 1,
  title: '供需对接会；压铸, 线束',
  description: '第一行\n第二行',
  location: '杭州国际博览中心 3号馆, 浙江省杭州市',
  url: 'https://example.org/events/1',
  zone: 'America/New_York',
  startsAt: new Date('2027-03-13T14:00:00Z'),
  endsAt: new Date('2027-03-13T22:00:00Z'),
  cancelled: false,
  tentative: false,
  createdAt: new Date('2026-11-01T00:00:00Z'),
  updatedAt: new Date('2026-11-02T00:00:00Z'),
};

/** What a client that keeps entries by UID makes of feeds, one after the other. */
function subscribed(...feeds: readonly CalendarEntry[][]): Map<string, ICAL.Event> {
  const known = new Map<string, ICAL.Event>();
  for (const feed of feeds) {
    const calendar = new ICAL.Component(ICAL.parse(calendarText('链桥', feed)) as unknown[] as never);
    ICAL.TimezoneService.reset();
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(component);
      const old = known.get(event.uid);
      if (!old || event.sequence > old.sequence) known.set(event.uid, event);
    }
  }
  return known;
}

const statusOf = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue('status');

it('is read by another library with all that it says', () => {
  const event = subscribed([entry]).get(entry.uid)!;
  expect([event.summary, event.description, event.location]).toEqual([
    entry.title,
    entry.description,
    entry.location,
  ]);
  expect(event.startDate.zone.tzid).toBe('America/New_York');
  expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([entry.startsAt, entry.endsAt]);
  expect(statusOf(event)).toBe('CONFIRMED');
  expect(String(event.component.getFirstPropertyValue('url'))).toBe(entry.url);
});

it('follows an update, a move over the border of summer time, and a cancellation, always as the same entry', () => {
  const renamed = { ...entry, sequence: 2, title: '改名的对接会' };
  // One day later New York has set its clocks forward: 9:00 there is an hour earlier in UTC.
  const moved = {
    ...renamed,
    sequence: 3,
    startsAt: new Date('2027-03-14T13:00:00Z'),
    endsAt: new Date('2027-03-14T21:00:00Z'),
  };
  const off = { ...moved, sequence: 4, cancelled: true };

  expect(subscribed([entry], [renamed]).get(entry.uid)?.summary).toBe('改名的对接会');

  const after = subscribed([entry], [renamed], [moved]);
  expect(after.size).toBe(1);
  const event = after.get(entry.uid)!;
  expect([event.startDate.hour, event.startDate.day]).toEqual([9, 14]);
  expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([moved.startsAt, moved.endsAt]);

  const cancelled = subscribed([entry], [renamed], [moved], [off]);
  expect(cancelled.size).toBe(1);
  expect([statusOf(cancelled.get(entry.uid)), cancelled.get(entry.uid)?.sequence]).toEqual(['CANCELLED', 4]);
  // An older feed that comes late changes nothing.
  expect(subscribed([off], [entry]).get(entry.uid)?.sequence).toBe(4);
});

it('an event across the night of the change keeps both of its instants', () => {
  const night = {
    ...entry,
    startsAt: new Date('2027-11-07T04:00:00Z'),
    endsAt: new Date('2027-11-07T10:00:00Z'),
  };
  const event = subscribed([night]).get(entry.uid)!;
  expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([night.startsAt, night.endsAt]);
});

it('a reader’s copy, written again, says the same', () => {
  const parsed = ICAL.parse(
    calendarText('链桥', [entry, { ...entry, uid: 'event-2@lianqiao', zone: 'Asia/Shanghai' }]),
  );
  const again = ICAL.parse(ICAL.stringify(parsed as never));
  expect(again).toEqual(parsed);
});

it('describes a zone by its changes, also south of the equator and without any', () => {
  expect(timezoneComponent('Asia/Shanghai', 2027, 2027).match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual([
    'BEGIN:STANDARD',
  ]);
  const sydney = timezoneComponent('Australia/Sydney', 2027, 2027);
  expect(sydney).toContain(
    'BEGIN:STANDARD\r\nDTSTART:20270404T030000\r\nTZOFFSETFROM:+1100\r\nTZOFFSETTO:+1000',
  );
  expect(sydney).toContain(
    'BEGIN:DAYLIGHT\r\nDTSTART:20271003T020000\r\nTZOFFSETFROM:+1000\r\nTZOFFSETTO:+1100',
  );
});

it.each(['\r\n', '\n', '\r', '\u2028', '\u0085'])(
  'lets no title write lines of its own, as with %j',
  (end) => {
    const title = `对接会${end}NAME:evil${end}X-WR-CALNAME:evil${end}BEGIN:VEVENT;,\\`;
    const text = calendarText(title, [{ ...entry, title, location: title }]);
    const lines = text.split(/\r\n|[\n\r\u2028\u0085]/);
    expect(lines.filter((line) => /^(NAME|X-WR-CALNAME):/.test(line))).toEqual([
      'NAME:对接会 NAME:evil X-WR-CALNAME:evil BEGIN:VEVENT\\;\\,\\\\',
      'X-WR-CALNAME:对接会 NAME:evil X-WR-CALNAME:evil BEGIN:VEVENT\\;\\,\\\\',
    ]);
    expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
  },
);

import { type NeedTerms, ProcurementNeed } from '@app/procurement';
import type { NeedDescription, NeedReader, NeedReading } from '@app/need-reading';
import { NeedReadings } from './pair-comparer.js';

const NOW = new Date('2026-06-01T02:00:00Z');

function aNeed(terms: NeedTerms = {}, version = 1): ProcurementNeed {
  const need = ProcurementNeed.draft('n1', 'buyer', NOW);
  return Object.assign(need, { title: '压铸壳体', deliverBy: '2026-07-01', ...terms, version });
}

/** A reader that counts what it reads. */
function counting(): { readings: NeedReadings; read: NeedDescription[] } {
  const read: NeedDescription[] = [];
  const reader = {
    readNeed: (description: NeedDescription) => {
      read.push(description);
      return { description } as NeedReading;
    },
  };
  return { readings: new NeedReadings(reader as unknown as NeedReader), read };
}

describe('the readings of stored needs', () => {
  const view = { now: NOW, seesHiddenAmounts: false };

  it('are made once', () => {
    const { readings, read } = counting();
    const first = readings.readNeed({ need: aNeed(), lines: [] }, view);
    expect(readings.readNeed({ need: aNeed(), lines: [] }, view)).toBe(first);
    expect(read).toHaveLength(1);
  });

  it('are made anew when the need has changed, when a day has passed, and for who sees more', () => {
    const { readings, read } = counting();
    const price = { statedTargetPrice: { amount: '95', currency: 'CNY', taxIncluded: true, basis: '件' } };
    readings.readNeed({ need: aNeed(price), lines: [] }, view);
    readings.readNeed({ need: aNeed({ ...price, title: '压铸支架' }, 2), lines: [] }, view);
    readings.readNeed({ need: aNeed(price), lines: [] }, { ...view, now: new Date('2026-06-01T16:30:00Z') });
    readings.readNeed({ need: aNeed(price), lines: [] }, { ...view, seesHiddenAmounts: true });
    expect(
      read.map(({ title, deliverInDays, price: asked }) => [title, deliverInDays, asked?.shown]),
    ).toEqual([
      ['压铸壳体', 30, false],
      ['压铸支架', 30, false],
      ['压铸壳体', 29, false],
      ['压铸壳体', 30, true],
    ]);
  });
});

import { furtherTables, planSlots } from './slot-planner.js';

const at = (time: string) => `2026-12-08T${time}:00.000Z`;
const slot = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const event = slot('01:00', '04:00');

describe('slots as an organizer plans them', () => {
  it('follow one another with the pause between them', () => {
    const plan = { from: at('01:00'), minutes: 20, pause: 5, count: 2 };
    expect(planSlots([], plan, event)).toEqual({
      slots: [slot('01:00', '01:20'), slot('01:25', '01:45')],
      added: 2,
      outside: 0,
      overlapping: 0,
    });
  });

  it('say how many lie outside of the event and how many overlap others, and keep those that are there', () => {
    const present = [slot('02:30', '02:50')];
    const plan = { from: at('02:00'), minutes: 30, pause: 0, count: 6 };
    expect(planSlots(present, plan, event)).toEqual({
      slots: [slot('02:00', '02:30'), slot('02:30', '02:50'), slot('03:00', '03:30'), slot('03:30', '04:00')],
      added: 3,
      outside: 2,
      overlapping: 1,
    });
    expect(planSlots(present, { ...plan, from: at('00:45'), count: 1 }, event)).toMatchObject({
      slots: present,
      added: 0,
      outside: 1,
    });
  });

  it('further tables take the numbers that are free', () => {
    expect(furtherTables(['T2', '窗边'], 2)).toEqual(['T2', '窗边', 'T1', 'T3']);
  });
});

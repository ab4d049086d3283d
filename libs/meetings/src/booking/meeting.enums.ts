import { registerEnumType } from '@nestjs/graphql';

/** Where a meeting stands. */
export enum MeetingState {
  PROVISIONAL = 'PROVISIONAL',
  PUBLISHED = 'PUBLISHED',
  HELD = 'HELD',
  NO_SHOW = 'NO_SHOW',
  CANCELLED = 'CANCELLED',
}

registerEnumType(MeetingState, {
  name: 'MeetingState',
  description: 'Where a meeting stands.',
  valuesMap: {
    PROVISIONAL: { description: 'Scheduled and not yet told to the two.' },
    PUBLISHED: { description: 'Agreed between the two, or told to them.' },
    HELD: { description: 'They have met.' },
    NO_SHOW: { description: 'Somebody did not come.' },
    CANCELLED: { description: 'It does not take place.' },
  },
});

/** How a meeting came about. */
export enum MeetingOrigin {
  AGREED = 'AGREED',
  SCHEDULED = 'SCHEDULED',
}

registerEnumType(MeetingOrigin, {
  name: 'MeetingOrigin',
  description: 'How a meeting came about.',
  valuesMap: {
    AGREED: { description: 'The two agreed on it; the schedule leaves it where it is.' },
    SCHEDULED: { description: 'The schedule gave it.' },
  },
});

/** Meetings that still take place: their slots can change. */
export const STANDING: readonly MeetingState[] = [MeetingState.PROVISIONAL, MeetingState.PUBLISHED];

/** Meetings of which it can be said who came. */
export const ATTENDABLE: readonly MeetingState[] = [
  MeetingState.PUBLISHED,
  MeetingState.HELD,
  MeetingState.NO_SHOW,
];

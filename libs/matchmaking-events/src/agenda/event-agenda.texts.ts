import { defineTexts } from '@app/kernel';

export const eventAgendaTexts = defineTexts({
  SESSION_OUTSIDE_EVENT: {
    zh: '议程“{title}”不在活动时间之内。',
    en: 'The session “{title}” does not lie within the time of the event.',
  },
  ROOM_TAKEN_TWICE: {
    zh: '第{first}项与第{second}项议程同时占用“{room}”。',
    en: 'Sessions {first} and {second} want the room “{room}” at the same time.',
  },
  SPEAKER_IN_TWO_SESSIONS: {
    zh: '{speaker}不能同时参加第{first}项与第{second}项议程。',
    en: '{speaker} cannot be in sessions {first} and {second} at the same time.',
  },
});

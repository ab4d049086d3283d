import { registerEnumType } from '@nestjs/graphql';

/** Why a provisional meeting could not be published. */
export enum PublishObstacle {
  AGREED_MEANWHILE = 'AGREED_MEANWHILE',
  CANCELLED_MEANWHILE = 'CANCELLED_MEANWHILE',
  SEAT_TAKEN = 'SEAT_TAKEN',
  NO_TABLE_FREE = 'NO_TABLE_FREE',
  WITHDRAWN = 'WITHDRAWN',
  NOT_WANTED = 'NOT_WANTED',
  SLOT_OVER = 'SLOT_OVER',
}

registerEnumType(PublishObstacle, {
  name: 'PublishObstacle',
  description: 'Why a provisional meeting could not be published. For organizers only.',
  valuesMap: {
    AGREED_MEANWHILE: { description: 'The two have agreed on a meeting by themselves.' },
    CANCELLED_MEANWHILE: { description: 'The meeting that was to move was called off.' },
    SEAT_TAKEN: { description: 'One of the two has another meeting in this slot.' },
    NO_TABLE_FREE: { description: 'All tables are taken in this slot.' },
    WITHDRAWN: { description: 'One of the two has no place at the event any more.' },
    NOT_WANTED: { description: 'One of the two does not want to meet any more.' },
    SLOT_OVER: { description: 'The slot has begun.' },
  },
});
/** The rules that moving a meeting can break. */
export enum MoveRule {
  AVAILABLE = 'AVAILABLE',
  ONE_MEETING_AT_A_TIME = 'ONE_MEETING_AT_A_TIME',
  TABLES = 'TABLES',
  ONE_MEETING_PER_PAIR = 'ONE_MEETING_PER_PAIR',
  MAXIMUM = 'MAXIMUM',
  NOT_WANTED = 'NOT_WANTED',
  LOCKED = 'LOCKED',
  SLOT_OVER = 'SLOT_OVER',
}
registerEnumType(MoveRule, {
  name: 'MeetingMoveRule',
  description: 'The rules that moving a meeting can break.',
  valuesMap: {
    AVAILABLE: { description: 'One of the two cannot meet then.' },
    ONE_MEETING_AT_A_TIME: { description: 'One of the two meets somebody else then.' },
    TABLES: { description: 'All tables are taken then.' },
    ONE_MEETING_PER_PAIR: { description: 'The two have another meeting.' },
    MAXIMUM: { description: 'One of the two has more meetings than allowed.' },
    NOT_WANTED: { description: 'One of the two does not want to meet.' },
    LOCKED: { description: 'The meeting is locked.' },
    SLOT_OVER: { description: 'The slot has begun.' },
  },
});

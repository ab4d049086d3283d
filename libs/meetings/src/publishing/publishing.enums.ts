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

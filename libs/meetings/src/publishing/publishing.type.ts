import { Access } from '@app/identity';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingSlotType, MeetingType } from '../booking/meeting.type.js';
import { PublishObstacle } from './publishing.enums.js';

const DESK = 'members of those who organize the event';

@ObjectType('ObstructedMeeting', { description: 'A provisional meeting that could not be published.' })
@Access(DESK)
export class ObstructedMeetingType {
  @Field(() => MeetingType, { description: 'The meeting as it was planned.' })
  meeting!: Meeting;

  @Field(() => PublishObstacle, { description: 'Why not.' })
  obstacle!: PublishObstacle;
}

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

@ObjectType('MeetingMoveBreach', { description: 'A rule that a move would break.' })
@Access(DESK)
export class MeetingMoveBreachType {
  @Field(() => MoveRule, { description: 'The rule.' })
  rule!: MoveRule;
}

@ObjectType('MeetingMove', {
  description: 'A slot to which a meeting could be moved, and what would be broken.',
})
@Access(DESK)
export class MeetingMoveType {
  @Field(() => MeetingSlotType, { description: 'The slot.' })
  slot!: MeetingSlotType;

  @Field(() => [MeetingMoveBreachType], { description: 'Rules that would be broken; none: it can be moved.' })
  breaches!: MeetingMoveBreachType[];
}

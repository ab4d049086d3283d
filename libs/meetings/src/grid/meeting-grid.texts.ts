import { Field } from '@nestjs/graphql';
import { defineTexts, Outcome, OutcomeType } from '@app/kernel';

defineTexts({
  MEETING_GRID_IN_USE: {
    zh: '要移除的时段或桌位已有洽谈。',
    en: 'Meetings stand in slots or at tables that are to go.',
  },
  MEETING_GRID_PLANNED: {
    zh: '要移除的时段或桌位已有待发布的洽谈安排。',
    en: 'The provisional schedule has meetings in slots or at tables that are to go.',
  },
  MEETING_SLOTS_OVERLAP: { zh: '洽谈时段相互重叠。', en: 'Slots overlap.' },
  MEETING_SLOT_OUTSIDE_EVENT: {
    zh: '洽谈时段须在活动时间内，且开始早于结束。',
    en: 'Slots begin before they end and lie within their event.',
  },
});

@OutcomeType('MeetingGridInUseError', 'Meetings stand in slots or at tables that are to go.')
export class MeetingGridInUseError extends Outcome {
  @Field({
    description: 'Whether only provisional ones stand there, which can go with it (`discardProvisional`).',
  })
  readonly provisionalOnly: boolean;

  constructor(provisionalOnly: boolean) {
    super(provisionalOnly ? 'MEETING_GRID_PLANNED' : 'MEETING_GRID_IN_USE', {}, ['input']);
    this.provisionalOnly = provisionalOnly;
  }
}

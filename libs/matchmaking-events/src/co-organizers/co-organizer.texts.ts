import { defineTexts } from '@app/kernel';

export const coOrganizerTexts = defineTexts({
  CO_ORGANIZER_NOT_INVITED: {
    zh: '贵机构未被邀请联合主办该活动，或邀请已撤回。',
    en: 'Your organization was not asked to organize this event, or no longer is.',
  },
  ORGANIZER_CANNOT_JOIN_ITSELF: {
    zh: '主办方不能邀请自己联合主办。',
    en: 'The organizer cannot be its own co-organizer.',
  },
});

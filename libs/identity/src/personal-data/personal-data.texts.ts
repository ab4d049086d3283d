import { defineTexts } from '@app/kernel';

/** The sentences of outcomes about a person's own data. */
export const personalDataTexts = defineTexts({
  SUCCESSOR_NEEDED: {
    zh: '您是 {count} 家企业的唯一负责人：请先为其指定其他负责人。',
    en: 'You are the only owner of {count} organization(s): make somebody else an owner of each first.',
  },
});

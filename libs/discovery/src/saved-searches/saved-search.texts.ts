import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';

@OutcomeType('SavedSearchLimitError', 'The person keeps as many saved searches as one may.')
export class SavedSearchLimitError extends Outcome {
  @Field(() => Int, { description: 'How many one may keep.' })
  readonly limit: number;

  constructor(limit: number) {
    super('SAVED_SEARCH_LIMIT', { limit });
    this.limit = limit;
  }
}

defineTexts({
  SAVED_SEARCH_LIMIT: {
    zh: '最多可保存 {limit} 个检索，请先删除不再需要的。',
    en: 'At most {limit} searches can be saved: please delete one that you no longer need.',
  },
  SAVED_SEARCH_SUBJECT: {
    zh: '请指定一项：检索条件、需求、能力或企业。',
    en: 'Please name one: a question, a need, a capability or an organization.',
  },
  SAVED_SEARCH_EMPTY: {
    zh: '请填写检索词或筛选条件。',
    en: 'A question needs words or a filter.',
  },
  SAVED_SEARCH_SAYS_NOTHING: {
    zh: '检索词过于简短，无法用于订阅。',
    en: 'These words say too little to wait for.',
  },
  SAVED_SEARCH_ZONE: { zh: '“{zone}”不是有效的时区。', en: '“{zone}” is not a time zone.' },
});

import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';

export const capabilityTexts = defineTexts({
  CAPABILITY_CHANGED_MEANWHILE: {
    zh: '该能力已被他人修改，请查看最新内容后再保存。',
    en: 'The capability was changed by somebody else meanwhile; look at it again before you save.',
  },
  CAPABILITY_NOT_PUBLISHED: {
    zh: '该能力尚未发布，无法撤回。',
    en: 'The capability is not published, so it cannot be withdrawn.',
  },
  UNKNOWN_CONCEPT: { zh: '没有编号为“{id}”的行业概念。', en: 'There is no trade concept “{id}”.' },
  NOT_POSITIVE: { zh: '数量应大于零。', en: 'The amount must be greater than zero.' },
  PRICE_WITHOUT_AMOUNT: {
    zh: '请填写价格下限或上限。',
    en: 'The price range needs a lower or an upper bound.',
  },
  NEGATIVE_PRICE: { zh: '价格不能为负数。', en: 'A price cannot be negative.' },
  MINIMUM_ORDER_HAS_NO_PERIOD: {
    zh: '最小起订量按单次订单填写。',
    en: 'A minimum order is per order, not per month or year.',
  },
  CERTIFICATE_NOT_HELD: {
    zh: '所选证书不属于本企业。',
    en: 'The organization does not hold this certificate.',
  },
});

@OutcomeType(
  'CapabilityChangedMeanwhileError',
  'Somebody else changed the capability after the caller had read it.',
)
export class CapabilityChangedMeanwhileError extends Outcome {
  @Field(() => Int, { description: 'The version that the capability has now.' })
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('CAPABILITY_CHANGED_MEANWHILE', {}, ['input.expectedVersion']);
    this.currentVersion = currentVersion;
  }
}

@OutcomeType('CapabilityNotPublishedError', 'A draft cannot be withdrawn.')
export class CapabilityNotPublishedError extends Outcome {
  constructor() {
    super('CAPABILITY_NOT_PUBLISHED', {}, ['input.capabilityId']);
  }
}

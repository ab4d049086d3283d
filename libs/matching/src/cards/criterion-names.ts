import type { LocalizedText } from '@app/kernel';
import { CriterionKey } from '../criteria/match-criterion.js';

/** What the criteria are called on a card. */
export const CRITERION_NAMES: Readonly<Record<CriterionKey, LocalizedText>> = {
  [CriterionKey.CONCEPT_COVERAGE]: { zh: '内容对应', en: 'What is offered' },
  [CriterionKey.APPLICATION]: { zh: '应用领域', en: 'Field of use' },
  [CriterionKey.TECHNICAL_ENVELOPE]: { zh: '技术参数', en: 'Technical figures' },
  [CriterionKey.TEXT_CLOSENESS]: { zh: '用词吻合', en: 'Wording' },
  [CriterionKey.MEANING]: { zh: '语义相近', en: 'Meaning' },
  [CriterionKey.MODEL_MEANING]: { zh: '模型语义', en: 'Meaning to a model' },
  [CriterionKey.CAPACITY]: { zh: '产能', en: 'Capacity' },
  [CriterionKey.LEAD_TIME]: { zh: '交期', en: 'Lead time' },
  [CriterionKey.PRICE]: { zh: '价格', en: 'Price' },
  [CriterionKey.CERTIFICATES]: { zh: '证书', en: 'Certificates' },
  [CriterionKey.REGION]: { zh: '地区', en: 'Region' },
  [CriterionKey.TIER]: { zh: '梯度认定', en: 'Tier' },
  [CriterionKey.TRUST]: { zh: '可信与时效', en: 'Trust and freshness' },
};

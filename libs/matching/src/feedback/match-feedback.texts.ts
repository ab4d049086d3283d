import { defineTexts } from '@app/kernel';

export const matchFeedbackTexts = defineTexts({
  MISFIT_NEEDS_REASON: { zh: '不符合时请选择原因。', en: 'What does not fit needs a reason.' },
  REASON_WITHOUT_MISFIT: { zh: '只有不符合时才填写原因。', en: 'Only what does not fit has a reason.' },
});

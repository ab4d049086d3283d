import { defineTexts } from '@app/kernel';

export const exclusionTexts = defineTexts({
  BLOCK_OF_ITSELF: { zh: '不能屏蔽本企业。', en: 'An organization cannot block itself.' },
});

import { defineTexts } from '@app/kernel';

export const searchTexts = defineTexts({
  SEARCH_NOT_POSSIBLE: { zh: '无法这样检索：{reason}。', en: 'This cannot be searched: {reason}.' },
  SEARCH_UNAVAILABLE: {
    zh: '检索服务暂时不可用，请稍后再试。',
    en: 'Search is unavailable for the moment. Please try again.',
  },
  SEARCH_REBUILD_RUNNING: {
    zh: '索引 {index} 正在重建，请稍后再试。',
    en: 'The index {index} is being rebuilt already.',
  },
});

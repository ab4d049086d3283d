import { defineTexts } from '@app/kernel';

export const notificationsTexts = defineTexts({
  NOTIFICATIONS_NAMED_ONE_WAY: {
    zh: '请指定要标记的通知，或指定标记到哪一条为止，二者选一。',
    en: 'Name either the notifications or the one up to which all are read.',
  },
});

import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_INVITED_TO_NEED', {
  title: { zh: '邀请贵企业应答需求', en: 'You are invited to a need' },
  text: {
    zh: '{buyer}邀请贵企业应答采购需求“{need}”。',
    en: '{buyer} invites your organization to answer the need “{need}”.',
  },
});

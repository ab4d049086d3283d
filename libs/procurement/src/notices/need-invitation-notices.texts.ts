import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_INVITED_TO_NEED', {
  title: { zh: '邀请贵企业应答需求', en: 'You are invited to a need' },
  text: {
    zh: '{buyer}邀请贵企业应答采购需求“{need}”。',
    en: '{buyer} invites your organization to answer the need “{need}”.',
  },
});

defineNotice('NOTICE_NEED_INVITATION_WITHDRAWN', {
  title: { zh: '应答邀请已撤回', en: 'An invitation was withdrawn' },
  text: {
    zh: '{buyer}撤回了请贵企业应答“{need}”的邀请。',
    en: '{buyer} withdrew its invitation to answer “{need}”.',
  },
});

import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_FITTING_NEED', {
  title: { zh: '有采购需求与贵企业的能力匹配', en: 'A need fits what you offer' },
  text: {
    zh: '{buyer}发布的采购需求“{need}”与贵企业的能力匹配，请查看并应答。',
    en: 'The need “{need}” of {buyer} fits what your organization offers. Look at it and answer.',
  },
});

defineNotice('NOTICE_FITTING_NEEDS_DIGEST', {
  title: { zh: '{count} 条采购需求与贵企业的能力匹配', en: 'Needs that fit what you offer: {count}' },
  text: {
    zh: '近日有 {count} 条采购需求与{organization}的能力匹配：{needs}。',
    en: 'New needs that fit what {organization} offers ({count}): {needs}.',
  },
  footer: { zh: ' 不想再收到：{settings}', en: ' To get no more of these: {settings}' },
});

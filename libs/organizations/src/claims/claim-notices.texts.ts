import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_CLAIM_APPROVED', {
  title: { zh: '企业主页认领成功', en: 'Your claim was granted' },
  text: {
    zh: '您现在可以代表{organization}，请核对并完善企业资料。',
    en: 'You now act for {organization}. Please check and complete its profile.',
  },
});

defineNotice('NOTICE_CLAIM_REJECTED', {
  title: { zh: '企业主页认领未通过', en: 'Your claim was turned down' },
  text: {
    zh: '您对{organization}主页的认领未通过，原因可在认领记录中查看。',
    en: 'Your claim to the profile of {organization} was turned down; your claim says why.',
  },
});

defineNotice('NOTICE_CLAIM_FILED', {
  title: { zh: '有新的认领或核实申请', en: 'Evidence waits for a decision' },
  text: {
    zh: '有人为{organization}提交了证明材料，请在平台管理中审核。',
    en: 'Somebody sent evidence for {organization}. Please decide on it.',
  },
});

import { defineTexts } from '@app/kernel';
import { defineNotice } from '@app/notifications';

export const factRequestTexts = defineTexts({
  FACT_REQUEST_EXISTS: {
    zh: '已就该需求询问过这家企业，不再重复询问。',
    en: 'This company was asked about the need already and is not asked twice.',
  },
  FACT_CONTACT_NEEDED: {
    zh: '该企业主页尚未认领，请填写手机号或邮箱。',
    en: 'Nobody has claimed this profile yet: please give a mobile number or e-mail address.',
  },
  FACT_CONTACT_OF_CLAIMED: {
    zh: '该企业已入驻，请求将发给其成员，请勿另填联系方式。',
    en: 'The company is on the platform: its members get the request, so leave the contact out.',
  },
  FACT_CONTACT_OBJECTED: {
    zh: '该联系方式已拒绝接收此类请求。',
    en: 'The holder of this contact does not want such requests.',
  },
  NOTHING_TO_ASK: { zh: '该匹配没有尚缺的信息。', en: 'Nothing that decides this match is unknown.' },
  FACT_REQUEST_STATE: {
    zh: '该请求当前状态不允许此操作。',
    en: 'The request’s present state does not allow this.',
  },
  FACT_LINK_INVALID: {
    zh: '链接无效：可能已使用、已撤回或已过期。',
    en: 'The link leads nowhere: it may have been used, taken back or be too old.',
  },
  FACT_REQUEST_CAPABILITY_UNKNOWN: {
    zh: '所选能力未发布，或属于采购方自己。',
    en: 'The capability is not published, or is the buyer’s own.',
  },
  FACT_REQUEST_MATCH_HIDDEN: {
    zh: '贵方已隐藏该匹配或屏蔽该企业；取消后方可询问。',
    en: 'You have hidden this match or blocked the company: undo that first.',
  },
  FACT_UNKNOWN: { zh: '无法询问该项信息。', en: 'This cannot be asked.' },
  FACT_TWICE: { zh: '同一项信息只能询问或回答一次。', en: 'The same fact is asked or answered once.' },
  FACT_NOT_ASKED: { zh: '未询问该项信息。', en: 'This was not asked.' },
  ASKED_CERTIFICATE: { zh: '{name}', en: '{name}' },
  ASKED_PARAMETER: { zh: '{name}', en: '{name}' },
  ASKED_CAPACITY: { zh: '产能', en: 'Capacity' },
  ASKED_LEAD_TIME: { zh: '交期（天）', en: 'Lead time (days)' },
  ASKED_MINIMUM_ORDER: { zh: '起订量', en: 'Minimum order' },
  ASKED_PRICE: { zh: '价格区间', en: 'Price range' },
  CLAIM_EVIDENCE_BY_LINK: {
    zh: '通过一次性链接答复了补充信息请求 {request}（链接发往 {contact}）。',
    en: 'Answered fact request {request} by a one-time link (sent to {contact}).',
  },
  MESSAGE_FACT_REQUEST_SUBJECT: {
    zh: '{buyer}想了解{organization}的几项信息',
    en: '{buyer} asks {organization} for a few facts',
  },
  MESSAGE_FACT_REQUEST_BODY: {
    zh: '【链桥】{buyer}的采购需求“{need}”想了解{organization}的 {count} 项信息。无需注册，请在 {days} 天内打开链接答复，也可选择不再接收：{link}',
    en: '[Lianqiao] {buyer} needs “{need}” and asks {organization} for {count} facts. No account is needed: please answer within {days} days, or say there that you want no such messages: {link}',
  },
});

defineNotice('NOTICE_FACT_REQUEST_ANSWERED', {
  title: { zh: '企业已答复补充信息', en: 'A company answered your questions' },
  text: {
    zh: '{supplier}已就“{need}”答复补充信息，匹配卡已更新。',
    en: '{supplier} answered your questions about “{need}”; its match card has changed.',
  },
});

defineNotice('NOTICE_FACT_REQUEST_NOT_OFFERED', {
  title: { zh: '企业表示不提供', en: 'A company does not do this' },
  text: {
    zh: '{supplier}表示不提供“{need}”所需的内容。',
    en: '{supplier} says that it does not do what “{need}” asks for.',
  },
});

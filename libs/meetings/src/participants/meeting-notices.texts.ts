import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_MEETING_SCHEDULE', {
  title: { zh: '洽谈安排已发布', en: 'Your meetings are scheduled' },
  text: {
    zh: '“{event}”的洽谈安排已发布或更新，贵机构共有 {meetings} 场洽谈，请查看时间与桌位。',
    en: 'The schedule of “{event}” is published or updated. Meetings of your organization: {meetings}. Please see when and where.',
  },
});

defineNotice('NOTICE_MEETING_REQUESTED', {
  title: { zh: '收到洽谈邀约', en: 'Somebody asks for a meeting' },
  text: {
    zh: '{organization}邀请贵机构在“{event}”上洽谈（{starts}，{zone}），请在一天内答复。',
    en: '{organization} asks for a meeting at “{event}” ({starts}, {zone}). Please answer within a day.',
  },
});

defineNotice('NOTICE_MEETING_REQUEST_DECLINED', {
  title: { zh: '洽谈邀约未被接受', en: 'A meeting was turned down' },
  text: {
    zh: '{organization}未接受“{event}”上的洽谈邀约。',
    en: '{organization} has turned down the meeting at “{event}”.',
  },
});

defineNotice('NOTICE_MEETING_TIME_PROPOSED', {
  title: { zh: '对方建议更改洽谈时间', en: 'Another time is proposed for a meeting' },
  text: {
    zh: '{organization}建议将“{event}”上的洽谈改到 {starts}（{zone}），请在一天内答复；答复前安排不变。',
    en: '{organization} proposes {starts} ({zone}) for your meeting at “{event}”. Please answer within a day; until then it stays where it is.',
  },
});

defineNotice('NOTICE_MEETING_TIME_DECLINED', {
  title: { zh: '洽谈时间未更改', en: 'Another time was turned down' },
  text: {
    zh: '{organization}未接受改到 {starts}（{zone}）的建议，“{event}”上的洽谈仍按原时间进行。',
    en: '{organization} has turned down {starts} ({zone}). The meeting at “{event}” stays where it is.',
  },
});

defineNotice('NOTICE_MEETING_BOOKED', {
  title: { zh: '洽谈已约定', en: 'A meeting is agreed' },
  text: {
    zh: '与{organization}在“{event}”的洽谈已约定：{starts}（{zone}），{table}。',
    en: 'The meeting with {organization} at “{event}” is agreed: {starts} ({zone}), table {table}.',
  },
});

defineNotice('NOTICE_MEETING_MOVED', {
  title: { zh: '洽谈时间有变', en: 'A meeting takes place at another time' },
  text: {
    zh: '与{organization}在“{event}”的洽谈改为 {starts}（{zone}），{table}。',
    en: 'The meeting with {organization} at “{event}” is now at {starts} ({zone}), table {table}.',
  },
});

defineNotice('NOTICE_MEETING_CANCELLED', {
  title: { zh: '洽谈已取消', en: 'A meeting is called off' },
  text: {
    zh: '与{organization}在“{event}”的洽谈（{starts}，{zone}）已取消。{reason}',
    en: 'The meeting with {organization} at “{event}” ({starts}, {zone}) is called off. {reason}',
  },
});

defineNotice('NOTICE_MEETING_STAND_IN', {
  title: { zh: '洽谈换了代表', en: 'Somebody else comes to a meeting' },
  text: {
    zh: '与{organization}在“{event}”的洽谈（{starts}，{zone}，{table}）有一方改派代表，时间与桌位不变，姓名见日程。',
    en: 'One side sends somebody else to the meeting with {organization} at “{event}” ({starts}, {zone}, table {table}); time and table stay. The schedule has the names.',
  },
});

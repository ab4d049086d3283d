import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_EVENT_CANCELLED', {
  title: { zh: '活动已取消', en: 'An event is cancelled' },
  text: {
    zh: '您报名的“{event}”已取消：{reason}',
    en: '“{event}”, for which you are registered, is cancelled: {reason}',
  },
});

defineNotice('NOTICE_EVENT_MOVED', {
  title: { zh: '活动时间有变', en: 'An event takes place at another time' },
  text: {
    zh: '您报名的“{event}”时间改为 {starts} 至 {ends}（{zone}），已约定的洽谈以日程为准。',
    en: '“{event}”, for which you are registered, now takes place from {starts} to {ends} ({zone}). Your schedule has the times of your meetings.',
  },
});

defineNotice('NOTICE_EVENT_REGISTRATION_REQUESTED', {
  title: { zh: '有新的报名待审核', en: 'A registration waits for you' },
  text: {
    zh: '{organization}报名“{event}”，请审核。',
    en: '{organization} registers for “{event}”. Please decide.',
  },
});

defineNotice('NOTICE_EVENT_REGISTRATION_CONFIRMED', {
  title: { zh: '报名成功', en: 'You have a place' },
  text: { zh: '贵机构已成功报名“{event}”。', en: 'Your organization has a place at “{event}”.' },
});

defineNotice('NOTICE_EVENT_REGISTRATION_WAITLISTED', {
  title: { zh: '已进入候补', en: 'You are on the waitlist' },
  text: {
    zh: '“{event}”名额已满，贵机构已进入候补，有空位时将按顺序通知。',
    en: 'All places at “{event}” are taken. Your organization is on the waitlist and will be told when its turn comes.',
  },
});

defineNotice('NOTICE_EVENT_PLACE_OFFERED', {
  title: { zh: '候补到位，请确认', en: 'A place is kept for you' },
  text: {
    zh: '“{event}”有名额为贵机构保留至 {until}（{zone}），请及时确认。',
    en: 'A place at “{event}” is kept for your organization until {until} ({zone}). Please accept it.',
  },
});

defineNotice('NOTICE_EVENT_PLACE_LAPSED', {
  title: { zh: '保留名额已过期', en: 'The kept place has passed on' },
  text: {
    zh: '贵机构未在期限内确认“{event}”的名额，已顺延给下一位。',
    en: 'The place at “{event}” was not accepted in time and has passed to the next in line.',
  },
});

defineNotice('NOTICE_EVENT_REGISTRATION_DECLINED', {
  title: { zh: '报名未通过', en: 'A registration was turned down' },
  text: {
    zh: '贵机构报名“{event}”未通过，原因可在报名记录中查看。',
    en: 'Your organization’s registration for “{event}” was turned down; the registration says why.',
  },
});

defineNotice('NOTICE_CO_ORGANIZER_INVITED', {
  title: { zh: '邀请联合主办活动', en: 'You are asked to organize an event, too' },
  text: {
    zh: '{organizer}邀请贵机构联合主办“{event}”，请答复。',
    en: '{organizer} asks your organization to organize “{event}” together. Please answer.',
  },
});

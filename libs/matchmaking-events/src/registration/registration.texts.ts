import { defineTexts } from '@app/kernel';
import { defineNotice } from '@app/notifications';

defineTexts({
  REGISTRATION_NOT_OPEN: { zh: '该活动目前不接受报名。', en: 'One cannot register for this event now.' },
  ROLE_NOT_ADMITTED: {
    zh: '该活动不接受以此身份报名。',
    en: 'The organizers admit nobody in this role.',
  },
  ALREADY_REGISTERED: { zh: '贵机构已报名该活动。', en: 'Your organization is registered for this event.' },
  REGISTRATION_STATE: {
    zh: '该报名当前状态下不能进行此操作。',
    en: 'This is not possible where the registration stands now.',
  },
  PLACE_OFFER_EXPIRED: {
    zh: '未在期限内确认，名额已顺延给下一位。',
    en: 'The place was not accepted in time and passes to the next in line.',
  },
  ROLE_IN_USE: {
    zh: '已有机构以此身份报名，不能关闭。',
    en: 'Organizations are registered in this role; it cannot be closed.',
  },
  NOBODY_ADMITTED: {
    zh: '请先设置接受报名的身份和名额。',
    en: 'Please say first in which roles organizations are admitted.',
  },
  ANSWER_MISSING: { zh: '请回答“{question}”。', en: 'Please answer “{question}”.' },
  ANSWER_NOT_A_CHOICE: {
    zh: '“{question}”请从给出的选项中选择。',
    en: 'Please choose one of the answers to “{question}”.',
  },
  ANSWER_NOT_A_NUMBER: { zh: '“{question}”请填写数字。', en: 'Please answer “{question}” with a number.' },
  UNKNOWN_QUESTION: {
    zh: '没有这个问题，请刷新页面。',
    en: 'There is no such question; please reload the page.',
  },
  NOT_A_MEMBER: { zh: '该用户不是贵机构成员。', en: 'That person is not a member of your organization.' },
  REPRESENTATIVE_UNNAMED: {
    zh: '请选择本机构成员或填写姓名，二者选一。',
    en: 'Name a representative, or choose a member of your organization: one of the two.',
  },
  REPRESENTATIVE_TWICE: { zh: '同一人只能登记一次。', en: 'A person is named once.' },
  QUESTION_WITHOUT_CHOICES: { zh: '选择题至少需要两个选项。', en: 'A choice needs at least two answers.' },
  QUESTION_TWICE: { zh: '同一问题只能设置一次。', en: 'Each question is asked once.' },
  ROLE_TWICE: { zh: '每种身份只能设置一次。', en: 'Each role is set once.' },
});

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

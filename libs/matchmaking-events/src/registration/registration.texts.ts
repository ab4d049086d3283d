import { defineTexts } from '@app/kernel';

export const registrationTexts = defineTexts({
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

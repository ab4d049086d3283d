import { defineTexts } from '@app/kernel';

/** The sentences of identity's errors and outcomes. */
export const identityTexts = defineTexts({
  INVALID_IDENTIFIER: {
    zh: '请输入有效的手机号码或邮箱地址。',
    en: 'Please give a valid mobile number or e-mail address.',
  },
  IDENTIFIER_TAKEN: {
    zh: '该手机号码或邮箱已被其他用户使用。',
    en: 'Another person already uses this number or address.',
  },
  WRONG_CODE: {
    zh: '验证码错误或已失效，请重新获取。',
    en: 'The code is wrong or no longer valid. Please ask for a new one.',
  },
  WRONG_CREDENTIALS: { zh: '账号或密码错误。', en: 'The account or the password is wrong.' },
  WRONG_PASSWORD: { zh: '当前密码错误。', en: 'The present password is wrong.' },
  PASSWORD_TOO_SHORT: {
    zh: '密码至少需要 {min} 个字符。',
    en: 'A password needs at least {min} characters.',
  },
  PASSWORD_TOO_LONG: { zh: '密码最多 {max} 个字符。', en: 'A password has at most {max} characters.' },
  PASSWORD_TOO_COMMON: {
    zh: '该密码过于常见，容易被猜到，请换一个。',
    en: 'This password is common and easily guessed. Please choose another.',
  },
  PASSWORD_LIKE_IDENTIFIER: {
    zh: '密码不能包含您的手机号码或邮箱名。',
    en: 'The password must not contain your own number or address.',
  },
  TOO_MANY_ATTEMPTS: {
    zh: '尝试次数过多，请在 {wait} 分钟后再试。',
    en: 'Too many attempts. Please try again in {wait} min.',
  },
  PASSWORD_SIGN_IN_PAUSED: {
    zh: '该账号近期多次输错密码，密码登录暂停 {wait} 分钟。您可以现在用验证码登录；曾经登录过的浏览器不受影响。',
    en: 'Too many wrong passwords were tried for this account; signing in by password pauses for {wait} min. You can sign in with a code now. Browsers in which you signed in before are not affected.',
  },
  NETWORK_PASSWORDS_PAUSED: {
    zh: '您所在的网络输错密码次数过多，请在 {wait} 分钟后再试，或用验证码登录。',
    en: 'Too many wrong passwords came from your network. Please try again in {wait} min, or sign in with a code.',
  },
  CODES_PAUSED: {
    zh: '发往该手机号码或邮箱的验证码过多，请在 {wait} 分钟后再获取。您可以用密码登录，或在曾经登录过的浏览器中获取验证码。',
    en: 'Too many codes were sent to this number or address. Please ask again in {wait} min. You can sign in by password, or ask in a browser in which you signed in before.',
  },
  NETWORK_CODES_PAUSED: {
    zh: '您所在的网络获取或输错验证码次数过多，请在 {wait} 分钟后再试，或换一个网络。',
    en: 'Too many codes were asked for or mistyped from your network. Please try again in {wait} min, or from another network.',
  },
  LAST_OWNER: {
    zh: '企业至少需要一位负责人：请先指定其他负责人。',
    en: 'An organization needs at least one owner: make somebody else an owner first.',
  },
  ALREADY_INVITED: {
    zh: '已向该手机号码或邮箱发出邀请，可重新发送。',
    en: 'An invitation to this number or address is already open; it can be sent again.',
  },
  ALREADY_MEMBER: { zh: '该用户已是企业成员。', en: 'The person already belongs to the organization.' },
  INVITATION_PENDING: { zh: '邀请尚待答复。', en: 'The invitation is waiting for an answer.' },
  INVITATION_ACCEPTED: { zh: '该邀请已被接受。', en: 'The invitation has been accepted.' },
  INVITATION_DECLINED: { zh: '该邀请已被谢绝。', en: 'The invitation has been declined.' },
  INVITATION_REVOKED: { zh: '该邀请已被撤回。', en: 'The invitation has been taken back.' },
  INVITATION_EXPIRED: {
    zh: '该邀请已过期，请联系企业重新发送。',
    en: 'The invitation has expired. Ask the organization to send it again.',
  },
  INVITATION_REFERENCE: {
    zh: '请提供邀请链接或邀请编号之一。',
    en: 'Name the invitation either by its link or by its id.',
  },
  AN_ORGANIZATION: { zh: '一家企业', en: 'An organization' },
});

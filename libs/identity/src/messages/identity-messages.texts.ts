import { defineTexts } from '@app/kernel';

/** The sentences of identity's messages: `<template>_SUBJECT` for e-mail, `<template>_BODY` for every channel. */
export const identityMessageTexts = defineTexts({
  MESSAGE_REGISTER_CODE_SUBJECT: { zh: '链桥注册验证码', en: 'Your Lianqiao registration code' },
  MESSAGE_REGISTER_CODE_BODY: {
    zh: '【链桥】您的注册验证码是 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: '[Lianqiao] {code} is your registration code, valid for {minutes} minutes. Do not share it.',
  },
  MESSAGE_SIGN_IN_CODE_SUBJECT: { zh: '链桥登录验证码', en: 'Your Lianqiao sign-in code' },
  MESSAGE_SIGN_IN_CODE_BODY: {
    zh: '【链桥】您的登录验证码是 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: '[Lianqiao] {code} is your sign-in code, valid for {minutes} minutes. Do not share it.',
  },
  MESSAGE_RESET_CODE_SUBJECT: { zh: '链桥密码重置验证码', en: 'Your Lianqiao password reset code' },
  MESSAGE_RESET_CODE_BODY: {
    zh: '【链桥】您正在重置密码，验证码是 {code}，{minutes} 分钟内有效。如非本人操作，请忽略。',
    en: '[Lianqiao] {code} is your code for a new password, valid for {minutes} minutes. Not you? Then ignore this message.',
  },
  MESSAGE_ACCOUNT_EXISTS_SUBJECT: { zh: '您已是链桥用户', en: 'You already use Lianqiao' },
  MESSAGE_ACCOUNT_EXISTS_BODY: {
    zh: '【链桥】有人用您的号码申请注册。您已是链桥用户，请直接登录；如忘记密码，可在登录页重置。',
    en: '[Lianqiao] Somebody tried to register with your number or address. You already have an account: please sign in, or reset the password there.',
  },
  MESSAGE_NO_ACCOUNT_SUBJECT: { zh: '您尚未注册链桥', en: 'You are not registered with Lianqiao' },
  MESSAGE_NO_ACCOUNT_BODY: {
    zh: '【链桥】有人用您的号码申请登录，但该号码尚未注册。如是您本人，请先注册；如非本人操作，请忽略。',
    en: '[Lianqiao] Somebody tried to sign in with your number or address, which is not registered. Was it you? Then please register first; otherwise ignore this message.',
  },
  MESSAGE_INVITATION_SUBJECT: {
    zh: '{organization}邀请您加入链桥',
    en: '{organization} invites you to Lianqiao',
  },
  MESSAGE_INVITATION_BODY: {
    zh: '【链桥】{organization}邀请您加入其在链桥上的团队。请在 {days} 天内打开链接答复：{link}',
    en: '[Lianqiao] {organization} invites you to join its team on Lianqiao. Please answer within {days} days: {link}',
  },
});

import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { MAX_PASSWORD, MIN_PASSWORD, type PasswordWeakness } from './password.policy.js';

@OutcomeType(
  'WrongCredentialsError',
  'There is no such person, or the password is wrong; the error does not say which.',
)
export class WrongCredentialsError extends Outcome {
  constructor() {
    super('WRONG_CREDENTIALS', {}, ['input.identifier', 'input.password']);
  }
}

@OutcomeType('WrongPasswordError', 'The present password is wrong.')
export class WrongPasswordError extends Outcome {
  constructor() {
    super('WRONG_PASSWORD', {}, ['input.currentPassword']);
  }
}

@OutcomeType(
  'WeakPasswordError',
  'The new password is too short, too long, common, or contains the person’s own number.',
)
export class WeakPasswordError extends Outcome {
  constructor(weakness: PasswordWeakness, field: string) {
    super(weakness, { min: MIN_PASSWORD, max: MAX_PASSWORD }, [field]);
  }
}

@OutcomeType('IdentifierTakenError', 'Another person already holds this number or address.')
export class IdentifierTakenError extends Outcome {
  constructor() {
    super('IDENTIFIER_TAKEN', {}, ['input.identifier']);
  }
}

@OutcomeType('WrongCodeError', 'The one-time code is wrong, too old, used, or was tried too often.')
export class WrongCodeError extends Outcome {
  constructor() {
    super('WRONG_CODE', {}, ['input.code']);
  }
}

/** Messages with a one-time code: `<template>_SUBJECT` is the subject of an e-mail, `<template>_BODY` the text of every channel. */
defineTexts({
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
});

defineTexts({
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
});

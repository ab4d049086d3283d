import { defineTexts } from './define-texts.js';

/** Registering, signing in and out, invitations. */
export const accountTexts = defineTexts({
  'account.signIn': ['登录', 'Sign in'],
  'account.register': ['注册', 'Register'],
  'account.signInAgain': ['重新登录', 'Sign in again'],
  'account.signedInAgain': [
    '已重新登录，填写的内容还在，请再提交一次。',
    'You are signed in again and your entries are still here. Please submit again.',
  ],
  'draft.restored': [
    '这是您上次填写、还没有提交的内容。',
    'This is what you entered last time but did not submit.',
  ],
  'draft.discard': ['丢弃', 'Discard'],
  'draft.goOn': ['继续填写', 'Continue'],
  'draft.needs': ['还没有发布的需求', 'Needs not posted yet'],
  'draft.joinFirst': [
    '登记或认领企业之后即可发布；填写的内容保存在本浏览器中。',
    'You can post them after you register or claim an organization. Until then they are kept in this browser.',
  ],
  'draft.untitled': ['未命名的需求', 'Untitled need'],
  'account.signOut': ['退出登录', 'Sign out'],
  'account.title': ['登录链桥', 'Sign in to Lianqiao'],
  'account.byPassword': ['密码登录', 'Password'],
  'account.byCode': ['验证码登录', 'One-time code'],
  'account.identifier': ['手机号或邮箱', 'Mobile number or e-mail'],
  'account.password': ['密码', 'Password'],
  'account.newPassword': ['设置密码（至少 8 位）', 'Choose a password (at least 8 characters)'],
  'account.code': ['六位验证码', 'Six-digit code'],
  'account.codeWrong': ['请填写六位数字', 'Enter six digits'],
  'account.sendCode': ['获取验证码', 'Send code'],
  'account.sendAgain': ['{{seconds}} 秒后可重发', 'Resend in {{seconds}} s'],
  'account.codeSent': ['验证码已发送至 {{identifier}}，请查收。', 'A code was sent to {{identifier}}.'],
  'account.codeInOutbox': [
    '验证码已发往 {{identifier}}。当前未接入短信和邮件通道：请在服务器数据目录的 outbox 文件夹中查看最新文件。',
    'A code was sent to {{identifier}}. No SMS or e-mail channel is connected: open the newest file in the outbox folder of the server’s data directory.',
  ],
  'account.name': ['姓名', 'Your name'],
  'account.registerTitle': ['注册账号', 'Register'],
  'account.registerLead': [
    '注册后可加入或登记企业，发布需求、能力和活动。',
    'With an account you can join or register an organization and publish needs, capabilities and events.',
  ],
  'account.haveAccount': ['已有账号？登录', 'Have an account? Sign in'],
  'account.noAccount': ['没有账号？注册', 'No account? Register'],
  'account.demonstration': [
    '只想试用？演示账号和密码写在启动平台的终端里。',
    'Just trying it out? The demonstration accounts and their password are shown in the terminal that started the platform.',
  ],
  'account.needed': ['请先登录', 'Please sign in first'],
  'account.neededText': ['登录后继续；完成后会回到这里。', 'You will return to this page afterwards.'],
  'invitation.title': ['企业邀请', 'Invitation'],
  'invitation.text': [
    '{{name}} 邀请您以“{{role}}”身份加入企业。',
    '{{name}} invites you to join the organization as {{role}}.',
  ],
  'invitation.textAnonymous': [
    '您受邀以“{{role}}”身份加入企业。',
    'You are invited to join the organization as {{role}}.',
  ],
  'invitation.until': ['有效期至 {{date}}', 'Valid until {{date}}'],
  'invitation.accept': ['接受', 'Accept'],
  'invitation.decline': ['谢绝', 'Decline'],
  'invitation.invalid': ['邀请链接无效或已过期', 'This invitation link is invalid or has expired'],
  'invitation.invalidText': [
    '请让邀请您的同事重新发送。',
    'Ask your colleague to send the invitation again.',
  ],
  'invitation.declined': ['已谢绝邀请', 'Invitation declined'],
  'invitation.mine': ['待您答复的邀请', 'Invitations waiting for your answer'],
});
